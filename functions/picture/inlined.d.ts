/** What the build puts into the bundle as a `data:` address. */
declare module "*?inline" {
  const address: string;
  export default address;
}
declare module "*?url&inline" {
  const address: string;
  export default address;
}
