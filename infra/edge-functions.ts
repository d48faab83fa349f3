/** What CloudFront itself runs for each request and answer, in its own small JavaScript. */
import {
  type FunctionAssociation,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/**
 * Passes on under which name a page was asked for, and from which address; functions/lambda/http-events.ts and asker.ts
 * there read them. They overwrite what a browser may have sent under those names.
 */
const OWN_NAME = `function handler(event) {
  var request = event.request;
  request.headers["kenes-host"] = { value: request.headers.host.value };
  request.headers["kenes-viewer"] = { value: event.viewer.ip };
  return request;
}`;

/**
 * Gives an answer the status that the app said in a header (functions/lambda/told-status.ts). CloudFront would replace the
 * app's own 5xx by the page for when nothing answers; of a 200 it asks this function.
 */
const OWN_STATUS = `function handler(event) {
  var response = event.response;
  var status = response.headers["kenes-status"];
  if (!status) return response;
  response.statusCode = Number(status.value);
  response.statusDescription = "";
  delete response.headers["kenes-status"];
  return response;
}`;

/** Both, for every path that leads to the app. */
export function edgeFunctions(scope: Construct): FunctionAssociation[] {
  const made = (id: string, eventType: FunctionEventType, code: string) => ({
    eventType,
    function: new EdgeFunction(scope, id, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    }),
  });
  return [
    made("OwnName", FunctionEventType.VIEWER_REQUEST, OWN_NAME),
    made("OwnStatus", FunctionEventType.VIEWER_RESPONSE, OWN_STATUS),
  ];
}
