import Foundation
import VitrineContent
import VitrineCore

/// A file with what a network sent: one delivery as it came, its signature beside it, or a delivery a line.
struct WebhookFile {
  let path: String
  /// The signature, where it stands on the command line.
  let header: String?
  /// The file with the signature.
  let signatureFile: String?

  /// Eight times what one delivery may have.
  private static let sizeLimit = 8 * SignedNews.sizeLimit

  /// The deliveries with their signatures, not yet checked.
  func read() throws -> [SignedNews] {
    guard header == nil || signatureFile == nil else {
      throw Fault(.usage, Message("webhook.oneSignature"), subject: "--header")
    }
    let bytes = try RegularFile.read(
      Invocation.current.resolve(path).path, limit: Self.sizeLimit)
    guard let signature = try signature() else { return try lines(bytes) }
    return [SignedNews(body: bytes, signature: signature)]
  }

  private func signature() throws -> String? {
    if let header { return header }
    guard let signatureFile else { return nil }
    let bytes = try RegularFile.read(
      Invocation.current.resolve(signatureFile).path, limit: 1_024)
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.split(whereSeparator: \.isWhitespace).first ?? "")
  }

  /// One object a line: `{"signature":"sha256=…","body":"…"}`.
  private func lines(_ bytes: [UInt8]) throws -> [SignedNews] {
    var signed: [SignedNews] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      guard case .object(let members)? = try? JSON(bytes: Array(line)), members.count == 2,
        case .string(let signature)? = members["signature"],
        case .string(let body)? = members["body"]
      else {
        throw Fault(
          .invalid, Message("webhook.line", path, number), hint: Message("webhook.line.hint"),
          subject: path)
      }
      signed.append(SignedNews(body: Array(body.utf8), signature: signature))
    }
    guard !signed.isEmpty else {
      throw Fault(
        .invalid, Message("webhook.empty", path), hint: Message("webhook.line.hint"), subject: path)
    }
    return signed
  }
}
