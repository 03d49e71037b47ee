// Reads every cell of workbooks, as a program on top of the library would: read-cells FILES…
//
// Prints how many cells there are and the sum of the numbers, by which readers can be compared.
import Glibc
import Workbooks

AllocatorTuning.keepFreedMemory()
var (cells, texts, sum) = (0, 0, 0.0)
for path in CommandLine.arguments.dropFirst() {
  do {
    let workbook = try Workbook.read(try bytes(of: path))
    for sheet in workbook.sheets {
      sheet.forEachValue { _, _, value in
        cells += 1
        switch value {
        case .number: sum += value.double ?? 0
        case .text(let text): texts += text.count
        case .other: break
        }
      }
    }
  } catch {
    print("read-cells: \(path): \(error)")
    exit(1)
  }
}
print(cells, texts, sum)

/// A file, whole.
func bytes(of path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw Unreadable() }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, count in
    count = fread(buffer.baseAddress, 1, buffer.count, file)
  }
}

struct Unreadable: Error {}
