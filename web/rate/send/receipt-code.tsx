/** A receipt in its groups of four; a click selects all of it. */
export const ReceiptCode = ({ receipt, id }: { receipt: string; id?: string }) => (
  <code class="receipt" id={id} translate={false}>
    {receipt}
  </code>
);
