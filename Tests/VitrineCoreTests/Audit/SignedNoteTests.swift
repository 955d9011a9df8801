import Testing

@testable import VitrineCore

/// The vectors of Go's `sumdb/note` and of C2SP, and what both say must be refused.
struct SignedNoteTests {
  private let peter = try? NoteVerifier(vkey: NoteVectors.peterVkey)

  private func open(_ text: String) throws -> [NoteSignature] {
    try SignedNote(bytes: Array(text.utf8)).verified(by: [try #require(peter)])
  }

  @Test func `a note of the reference opens and is made again byte for byte`() throws {
    let note = try SignedNote(bytes: Array(NoteVectors.peterNote.utf8))
    #expect(note.text == NoteVectors.peterText)
    #expect(try note.verified(by: [try #require(peter)]).map(\.name) == ["PeterNeumann"])
    let signer = try NoteSigner(skey: NoteVectors.peterSkey)
    let made = try SignedNote(
      text: NoteVectors.peterText, signatures: [signer.sign(NoteVectors.peterText)])
    #expect(made.bytes == Array(NoteVectors.peterNote.utf8))
    #expect(made == note)
  }

  @Test func `keys print as they were read`() throws {
    let signer = try NoteSigner(skey: NoteVectors.peterSkey)
    #expect(signer.skey.exposed == NoteVectors.peterSkey.exposed)
    #expect(try signer.verifier().vkey == NoteVectors.peterVkey)
    let foo = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    #expect(try NoteVerifier(vkey: foo).vkey == foo)
  }

  @Test func `a signer never prints its key`() throws {
    let signer = try NoteSigner(skey: NoteVectors.peterSkey)
    var dumped = ""
    dump(signer, to: &dumped)
    for text in ["\(signer)", String(reflecting: signer), dumped] {
      #expect(!text.contains("AYEKFALVFGy"))
      #expect(text.contains("PeterNeumann"))
    }
  }

  @Test func `the note of C2SP opens`() throws {
    let key = try NoteVerifier(
      vkey: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    let line =
      "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHj"
      + "G1Yu72IneyaQM="
    let note = try SignedNote(bytes: Array("This is an example message.\n\n\(line)\n".utf8))
    #expect(try note.verified(by: [key]).count == 1)
  }

  @Test func `a verifier key with a byte dropped or raised is refused`() {
    let bytes = Array(NoteVectors.peterVkey.utf8)
    for position in bytes.indices {
      var dropped = bytes
      dropped.remove(at: position)
      var raised = bytes
      raised[position] += 1
      for text in [dropped, raised].map({ String(decoding: $0, as: UTF8.self) }) {
        #expect(throws: Fault.self, "\(text)") { try NoteVerifier(vkey: text) }
      }
    }
  }

  @Test func `a signing key with a byte dropped or raised is refused and not repeated`() {
    let bytes = Array(NoteVectors.peterSkey.exposed.utf8)
    for position in bytes.indices {
      var dropped = bytes
      dropped.remove(at: position)
      var raised = bytes
      raised[position] += 1
      for text in [dropped, raised].map({ String(decoding: $0, as: UTF8.self) }) {
        #expect {
          try NoteSigner(skey: Secret(text))
        } throws: {
          $0 as? Fault == Fault(.invalid, Message("audit.skey.malformed"))
        }
      }
    }
  }

  @Test(arguments: [
    "", "\n", "\n\n", "text\n", "text\n\n", NoteVectors.peterLine + "\n",
    NoteVectors.peterText + "\n" + NoteVectors.peterLine,
    NoteVectors.peterText + NoteVectors.peterLine + "\n",
    NoteVectors.peterNote + "\n", NoteVectors.peterNote + "more", NoteVectors.peterNote + "more\n",
    NoteVectors.peterNote.replacing("— ", with: "- "),
    NoteVectors.peterNote.replacing("— ", with: "—"),
    NoteVectors.peterNote.replacing("— ", with: "—  "),
    NoteVectors.peterNote.replacing("PeterNeumann", with: "Peter Neumann"),
    NoteVectors.peterNote.replacing("PeterNeumann", with: "Peter\u{A0}Neumann"),
    NoteVectors.peterNote.replacing("PeterNeumann", with: "Peter+Neumann"),
    NoteVectors.peterNote.replacing("PeterNeumann", with: ""),
    NoteVectors.peterNote.replacing("=\n", with: "\n"),
    NoteVectors.peterNote.replacing("M=\n", with: "N=\n"),
    NoteVectors.peterNote.replacing("\n", with: "\r\n"),
    NoteVectors.peterNote.replacing("your", with: "yo\u{1}r"),
    NoteVectors.peterNote.replacing("your", with: "yo\tr"),
    NoteVectors.peterNote.replacing("your", with: "yo\0r"),
    NoteVectors.peterNote + "— short AAAA\n",
  ])
  func `what is not a note is refused`(text: String) {
    #expect {
      try SignedNote(bytes: Array(text.utf8))
    } throws: {
      $0 as? Fault == Fault(.invalid, Message("audit.note.malformed"))
    }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let bytes = Array(NoteVectors.peterNote.utf8)
    #expect(throws: Fault.self) { try SignedNote(bytes: [0xFF] + bytes) }
    #expect(throws: Fault.self) { try SignedNote(bytes: bytes.dropLast() + [0xC3, 0x0A]) }
  }

  @Test func `a text without its last line feed cannot be signed`() throws {
    let signer = try NoteSigner(skey: NoteVectors.peterSkey)
    #expect(throws: Fault.self) {
      try SignedNote(text: "no end", signatures: [signer.sign("no end")])
    }
    #expect(throws: Fault.self) { try SignedNote(text: "unsigned\n", signatures: []) }
  }

  @Test func `a hundred signatures are read and one more is refused`() throws {
    let others = (1...99).map { number in
      NoteSignature(name: "other\(number)", keyID: 7, payload: [1, 2, 3])
    }.map { "\($0.line)\n" }.joined()
    #expect(try open(NoteVectors.peterNote + others).count == 1)
    #expect(throws: Fault.self) {
      try open(NoteVectors.peterNote + others + "\(NoteVectors.peterLine)\n")
    }
  }

  @Test func `unknown keys are ignored but a note of only unknown keys is not trusted`() throws {
    let note = try SignedNote(bytes: Array(NoteVectors.peterNote.utf8))
    let stranger = try NoteSigner(name: "stranger", seed: [UInt8](repeating: 7, count: 32))
    let both = try note.adding(stranger.sign(note.text))
    #expect(try both.verified(by: [try #require(peter)]).map(\.name) == ["PeterNeumann"])
    #expect {
      try note.verified(by: [stranger.verifier()])
    } throws: {
      ($0 as? Fault)?.message == Message("audit.note.unverified", "stranger")
    }
  }

  @Test func `a known key whose signature is wrong spoils the note`() throws {
    let stranger = try NoteSigner(name: "stranger", seed: [UInt8](repeating: 7, count: 32))
    let note = try SignedNote(bytes: Array(NoteVectors.peterNote.utf8))
    let spoiled = try note.adding(stranger.sign("another text\n"))
    #expect(try spoiled.verified(by: [try #require(peter)]).count == 1)
    #expect {
      try spoiled.verified(by: [try #require(peter), stranger.verifier()])
    } throws: {
      ($0 as? Fault)?.message == Message("audit.note.badSignature", "stranger")
    }
  }

  @Test func `a turned bit of the text or the signature is found`() throws {
    let bytes = Array(NoteVectors.peterNote.utf8)
    let lineStart = NoteVectors.peterText.utf8.count + 1
    let payloadStart = lineStart + "— PeterNeumann x08go/".utf8.count
    for position in Array(0..<lineStart) + Array(payloadStart..<bytes.count) {
      for bit in 0..<8 {
        var changed = bytes
        changed[position] ^= 1 << UInt8(bit)
        #expect(throws: Fault.self) {
          try SignedNote(bytes: changed).verified(by: [try #require(peter)])
        }
      }
    }
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{2003}b", "a\nb", "a\u{7F}b"])
  func `a name that no key can have is refused`(name: String) {
    #expect(throws: Fault.self) {
      try NoteSigner(name: name, seed: [UInt8](repeating: 1, count: 32))
    }
    #expect(throws: Fault.self) {
      try NoteVerifier(name: name, publicKey: [UInt8](repeating: 1, count: 32))
    }
  }
}
