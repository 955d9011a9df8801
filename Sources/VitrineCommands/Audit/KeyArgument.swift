import Foundation
import VitrineContent
import VitrineCore

/// Files of the audit commands, which are all short.
enum AuditFile {
  /// The bytes of a checkpoint, a proof, a record or a key.
  static func read(_ path: String) throws -> [UInt8] {
    try RegularFile.read(Invocation.current.resolve(path).path, limit: 1 << 20)
  }
}

/// A verifier key on the command line: the key itself, or the file that holds it.
enum KeyArgument {
  /// Any kind of key; `subject` is the option that named it.
  static func verifier(_ text: String, _ subject: String) throws -> NoteVerifier {
    if let key = try? NoteVerifier(vkey: text) { return key }
    var bytes = try AuditFile.read(text)
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    guard let key = try? NoteVerifier(vkey: String(decoding: bytes, as: UTF8.self)) else {
      throw Fault(.invalid, Message("audit.vkey.malformed"), subject: subject)
    }
    return key
  }

  /// The key of a witness, which signs with the time.
  static func witness(_ text: String, _ subject: String) throws -> NoteVerifier {
    let key = try verifier(text, subject)
    guard key.kind == .cosignature else {
      throw Fault(.invalid, Message("audit.vkey.notWitness", key.name), subject: subject)
    }
    return key
  }
}
