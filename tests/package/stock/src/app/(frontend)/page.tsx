export default function Page() {
  return <h1>Stock</h1>
}
