internal import Evaluation

/// The wording of a form with its labels: some hundred words, handed on by reference.
final class FormWords: Sendable {
  let form: FormWording
  let lexicon: FormLexicon

  init(_ form: FormWording, _ lexicon: FormLexicon) { (self.form, self.lexicon) = (form, lexicon) }
}
