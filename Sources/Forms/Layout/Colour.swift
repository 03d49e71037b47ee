internal import Workbooks

/// The palette of everything that is written: each colour legible on its ground, and told apart
/// when printed in grey.
enum Colour {
  static let label = RGB(0xE6E9ED)
  static let quiet = RGB(0xF4F5F6)
  static let entry = RGB(0xFFFAE3)
  static let ink = RGB(0x1F4E79)
  static let inkRule = RGB(0x9DB4CA)
  static let error = RGB(0x9C1C14)
  static let errorGround = RGB(0xFBE3E1)
  static let warning = RGB(0x7A4B00)
  static let warningGround = RGB(0xFFF0CC)
  static let pass = RGB(0x1E5B36)
  static let passGround = RGB(0xE3EFE6)
  static let secondary = RGB(0x595959)
  static let link = RGB(0x0B4F8A)
  static let rule = RGB(0xA3A9AF)
  static let frame = RGB(0x3D4349)
  static let bar = RGB(0xB4C6D8)
}
