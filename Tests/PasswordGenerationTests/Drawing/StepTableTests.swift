import Testing
import _TestSupport

@testable import PasswordGeneration

@Suite("StepTable")
struct StepTableTests {
  /// Maps indices; what lies past the slack must stay as it is.
  private func mapped(_ indices: [UInt8], _ table: StepTable) -> [UInt8] {
    let room = (indices.count + StepTable.stride - 1) / StepTable.stride * StepTable.stride
    var input = [UInt8](repeating: 0, count: room)
    input.replaceSubrange(..<indices.count, with: indices)
    var output = [UInt8](repeating: 0xA5, count: room + 16)
    unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        guard let input = input.baseAddress, let output = output.baseAddress else { return }
        unsafe table.map(input, count: indices.count, into: output)
      }
    }
    #expect(output[room...].allSatisfy { $0 == 0xA5 })
    return Array(output[..<indices.count])
  }

  @Test("It maps every index of every table to its value", arguments: 1...128, [true, false])
  func allIndices(count: Int, rises: Bool) {
    var random = SeededRandom(seed: UInt64(count))
    let indices = Array(0..<UInt8(count))
    for _ in 0..<3 {
      let values = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(mapped(indices, StepTable(values: values, rises: rises)) == values)
    }
  }

  @Test("It maps runs, steps up and steps down", arguments: [true, false])
  func shapes(rises: Bool) {
    let shapes: [[UInt8]] = [
      Array(0x20...0x7E), Array((0x20...0x7E).reversed()), [UInt8](repeating: 7, count: 128),
      [0, 255, 0, 255], [255, 0], [1], Array(128...255),
    ]
    for values in shapes {
      let indices = Array(0..<UInt8(values.count))
      #expect(mapped(indices, StepTable(values: values, rises: rises)) == values)
    }
  }

  @Test("It maps any number of indices, in any order", arguments: 0...100)
  func counts(count: Int) {
    var random = SeededRandom(seed: 500 + UInt64(count))
    let values = (0..<95).map { _ in UInt8.random(in: 0...255, using: &random) }
    let indices = (0..<count).map { _ in UInt8.random(in: 0..<95, using: &random) }
    #expect(
      mapped(indices, StepTable(values: values, rises: true)) == indices.map { values[Int($0)] })
  }
}
