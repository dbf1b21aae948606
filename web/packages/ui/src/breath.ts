/** Lets the browser show what is there and take what was tapped before more work begins: on a slow phone work without a pause feels like a page that hangs. */
export function breath(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(undefined)
  })
}
