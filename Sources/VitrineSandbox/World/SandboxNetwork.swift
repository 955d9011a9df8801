/// Which of the two networks behind the Graph API something is on.
enum SandboxNetwork: String, Sendable, CaseIterable {
  case facebook, instagram
}
