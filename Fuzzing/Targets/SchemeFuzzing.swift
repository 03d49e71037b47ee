import Evaluation

enum SchemeFuzzing {
  static func run(_ input: [UInt8]) {
    do throws(SchemeFileError) {
      let scheme = try SchemeFile.read(bytes: input, file: "scheme.yaml")
      promise(!scheme.id.isEmpty, "a scheme has an id")
    } catch {
      promise(!error.description.isEmpty, "an error has words")
    }
  }
}
