/** A receipt in its groups of four; a click selects all of it. */
export const ReceiptCode = ({ receipt }: { receipt: string }) => (
  <code class="receipt" translate={false}>
    {receipt}
  </code>
);
