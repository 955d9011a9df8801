import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineCommands

@Suite(.timeLimit(.minutes(30)))
struct RawTerminalTests {
  /// Leads the interview at the program's end of a terminal, on a thread that may wait.
  private static func lead(_ terminal: PseudoTerminal) async -> Interview.Outcome? {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let raw = RawTerminal(
          input: terminal.program, output: terminal.program, keys: true, watchesSignals: false)
        let stage = InterviewStage()
        let outcome = raw.map {
          InterviewRun.live(stage.plan, stage.ports, on: $0, hasColor: false)
        }
        raw?.end()
        continuation.resume(returning: outcome)
      }
    }
  }

  @Test func `a person answers on a real terminal, which is as it was afterwards`() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.flags
    async let outcome = Self.lead(terminal)
    try await terminal.wait(for: "1/4  Quel produit ?")
    try await terminal.wait(for: "instagram")
    #expect(terminal.flags != before)
    terminal.type("Entrecôtes\u{7F}\r")
    try await terminal.wait(for: "✓ Quel produit ?  Entrecôte")
    try await terminal.wait(for: "2/4")
    terminal.type("\u{1B}[200~17,90 €\n\u{1B}[201~\r")
    try await terminal.wait(for: "3/4")
    terminal.type("sam")
    try await terminal.wait(for: "→ samedi 28 novembre 2026")
    terminal.type("\r")
    try await terminal.wait(for: "4/4")
    terminal.type("'/home/lea/étal.jpg' \r")
    try await terminal.wait(for: "5/6")
    terminal.type("Un étal\r")
    try await terminal.wait(for: "6/6")
    terminal.type("n\r")
    try await terminal.wait(for: "┌ facebook · Maison Vermeil Belley")
    try await terminal.wait(for: "[o] envoyer")
    terminal.type("o\r")
    let found = await outcome
    guard case .send(let answers) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(answers.values == ["produit": "Entrecôte", "prix": "17.90", "fin": "2026-11-28"])
    #expect(answers.photo?.alt == "Un étal")
    #expect(terminal.flags == before)
  }

  @Test func `Ctrl-C gives up, and gives the terminal back`() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.flags
    async let outcome = Self.lead(terminal)
    try await terminal.wait(for: "instagram")
    terminal.type("Entrecôte\r\u{3}")
    let found = await outcome
    #expect(found == .stopped)
    #expect(terminal.flags == before)
    try await terminal.wait(for: "\u{1B}[?2004l")
  }

  @Test func `what is no terminal is not taken over`() throws {
    let (reading, writing) = try Descriptor.pipe()
    defer { for end in [reading, writing] { close(end) } }
    #expect(
      RawTerminal(input: reading, output: writing, keys: true, watchesSignals: false) == nil)
  }
}
