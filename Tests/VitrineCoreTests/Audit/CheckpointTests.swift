import Testing

@testable import VitrineCore

struct CheckpointTests {
  private let root = Hash(of: [])

  @Test func `the whole log of the reference gives its checkpoint byte for byte`() throws {
    let signer = try NoteSigner(skey: NoteVectors.logSkey)
    let log = MemoryLog(NoteVectors.logRecords)
    let checkpoint = try Checkpoint(
      origin: "example.com/log/testdata", size: 15, root: log.frontier.root)
    #expect(try checkpoint.signed(by: signer).bytes == Array(NoteVectors.logCheckpoint.utf8))
    let read = try Checkpoint(
      SignedNote(bytes: Array(NoteVectors.logCheckpoint.utf8)),
      log: NoteVerifier(vkey: NoteVectors.logVkey))
    #expect(read == checkpoint)
    #expect(try signer.verifier().vkey == NoteVectors.logVkey)
  }

  @Test func `a witness's line is the reference's and states its time`() throws {
    let note = try SignedNote(bytes: Array(NoteVectors.logCheckpoint.utf8))
    let witness = try NoteSigner(
      name: "auditor.example.org/w1", seed: try #require(Hex.bytes(NoteVectors.witnessSeed)))
    let line = try witness.cosign(
      note.text, at: Timestamp(clamping: 1_767_225_600_999))
    #expect(line.line == NoteVectors.witnessLine)
    #expect(try witness.verifier(.cosignature).vkey == NoteVectors.witnessVkey)
    let verified = try note.adding(line).verified(by: [
      NoteVerifier(vkey: NoteVectors.logVkey), NoteVerifier(vkey: NoteVectors.witnessVkey),
    ])
    #expect(verified.count == 2)
    #expect(NoteVerifier.cosignatureTime(verified[1]) == 1_767_225_600)
    #expect(NoteVerifier.cosignatureTime(verified[0]) == nil)
  }

  @Test func `a witness's line with another time or kind is found`() throws {
    let note = try SignedNote(bytes: Array(NoteVectors.logCheckpoint.utf8))
    let verifier = try NoteVerifier(vkey: NoteVectors.witnessVkey)
    let line = try #require(NoteSignature(line: Array(NoteVectors.witnessLine.utf8)[...]))
    #expect(verifier.isValid(line, of: note.text))
    #expect(!verifier.isValid(line, of: note.text + "x\n"))
    for changed in [
      BigEndian.bytes(UInt64(1_767_225_601)) + line.payload.dropFirst(8),
      Array(line.payload.dropFirst(8)), line.payload + [0], [],
    ] {
      let other = NoteSignature(name: line.name, keyID: line.keyID, payload: changed)
      #expect(!verifier.isValid(other, of: note.text))
    }
  }

  @Test func `a text of three lines reads back as it was written`() throws {
    for size in [0, 1, 10, Int.max] {
      let checkpoint = try Checkpoint(origin: "log.example/1", size: size, root: root)
      #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    }
  }

  @Test(arguments: [
    "", "\n", "o\n1\n", "o\n1\nROOT", "o\n1\nROOT\nextension\n", "o\n1\nROOT\n\n", "\n1\nROOT\n",
    "o o\n1\nROOT\n", "o+o\n1\nROOT\n", "o\n01\nROOT\n", "o\n\nROOT\n", "o\n-1\nROOT\n",
    "o\n+1\nROOT\n", "o\n1 \nROOT\n", "o\n1.0\nROOT\n", "o\n٣\nROOT\n",
    "o\n9223372036854775808\nROOT\n", "o\n99999999999999999999\nROOT\n", "o\r\n1\r\nROOT\r\n",
    "o\n1\nAAAA\n", "o\n1\nROOTAAAA\n", "o\n1\n ROOT\n", "o\n1\n\n",
    "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
    "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
    "o\n1\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n",
  ])
  func `any other text is not a checkpoint`(text: String) {
    let text = text.replacing("ROOT", with: root.base64)
    #expect {
      try Checkpoint(text: text)
    } throws: {
      $0 as? Fault == Fault(.invalid, Message("audit.checkpoint.malformed"))
    }
  }

  @Test func `only the key that bears the log's name speaks for the log`() throws {
    let log = try NoteSigner(name: "log.example/1", seed: [UInt8](repeating: 1, count: 32))
    let other = try NoteSigner(name: "log.example/2", seed: [UInt8](repeating: 1, count: 32))
    let checkpoint = try Checkpoint(origin: "log.example/1", size: 3, root: root)
    #expect(throws: Fault.self) { try checkpoint.signed(by: other) }
    let foreign = try SignedNote(
      text: checkpoint.text, signatures: [other.sign(checkpoint.text)])
    #expect(throws: Fault.self) { try Checkpoint(foreign, log: other.verifier()) }
    #expect(throws: Fault.self) { try Checkpoint(foreign, log: log.verifier()) }
    #expect(throws: Fault.self) {
      try Checkpoint(foreign, log: log.verifier(), witnesses: [other.verifier()])
    }
    #expect(try Checkpoint(checkpoint.signed(by: log), log: log.verifier()) == checkpoint)
  }
}
