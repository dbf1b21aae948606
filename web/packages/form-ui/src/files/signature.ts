/** Size of a signature as it is kept, in pixels. */
export const WIDTH = 900
export const HEIGHT = 360
const INK = '#16202b'
const LINE = 7

export interface Point {
  x: number
  y: number
}

type Pen = CanvasRenderingContext2D

function paper(pen: Pen): void {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = pen.strokeStyle = INK
}

/** Strokes with round ends, smooth through the middles between points; a tap is a dot. */
export function drawStrokes(pen: Pen, strokes: Point[][]): void {
  paper(pen)
  pen.lineWidth = LINE
  pen.lineCap = pen.lineJoin = 'round'
  for (const stroke of strokes) {
    const first = stroke[0]!
    pen.beginPath()
    pen.moveTo(first.x, first.y)
    if (stroke.length === 1) pen.lineTo(first.x + 0.1, first.y)
    for (let i = 1; i < stroke.length; i++) {
      const from = stroke[i - 1]!
      const to = stroke[i]!
      pen.quadraticCurveTo(from.x, from.y, (from.x + to.x) / 2, (from.y + to.y) / 2)
    }
    const last = stroke[stroke.length - 1]!
    pen.lineTo(last.x, last.y)
    pen.stroke()
  }
}

/** A typed name, as large as it fits. */
export function drawName(pen: Pen, name: string): void {
  paper(pen)
  const text = name.trim()
  let size = 180
  do {
    pen.font = `${size}px KaiTi, STKaiti, "Noto Serif CJK SC", serif`
    size -= 10
  } while (size > 30 && pen.measureText(text).width > WIDTH - 80)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, WIDTH / 2, HEIGHT / 2)
}
