// Writes Sources/CUnicodeData/compositions.inc: what Unicode's canonical decompositions and
// compositions are, as the standard library of this toolchain has them.
//
//   swiftc scripts/unicode-compositions.swift -o /tmp/compositions && /tmp/compositions \
//     >Sources/CUnicodeData/compositions.inc
//
// Hangul syllables are left out: arithmetic does for them.

@_spi(_Unicode) import Swift

func hex(_ scalar: Unicode.Scalar?) -> String { "0x" + String(scalar?.value ?? 0, radix: 16) }

let hangul: ClosedRange<UInt32> = 0xAC00...0xD7A3
var decompositions: [String] = []
var compositions: [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)] = []
for value in 0...UInt32(0x10FFFF) where !hangul.contains(value) {
  guard let scalar = Unicode.Scalar(value) else { continue }
  let decomposed = Array(String(scalar)._nfd)
  guard decomposed != [scalar] else { continue }
  precondition(decomposed.count <= 4)
  let places = (0..<4).map { $0 < decomposed.count ? decomposed[$0] : nil }
  decompositions.append("{\(hex(scalar)), {\(places.map(hex).joined(separator: ", "))}},")
  guard Array(String(scalar)._nfc) == [scalar] else { continue }
  let first = Array(String(String.UnicodeScalarView(decomposed.dropLast()))._nfc)
  precondition(first.count == 1)
  compositions.append((first[0], decomposed[decomposed.count - 1], scalar))
}
compositions.sort { ($0.0, $0.1) < ($1.0, $1.1) }

print("// Made by scripts/unicode-compositions.swift.")
print("static const cunicode_decomposition decompositions[] = {")
for line in decompositions { print(line) }
print("};\n\nstatic const cunicode_composition compositions[] = {")
for (first, second, composed) in compositions {
  print("{\(hex(first)), \(hex(second)), \(hex(composed))},")
}
print("};")
