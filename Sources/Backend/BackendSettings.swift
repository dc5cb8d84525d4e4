/// Where the main backend is, how long a call may take and what protects us from its answers.
public struct BackendSettings: Sendable, Hashable {
    /// Up to and including `/api/v1`.
    public var address: BackendAddress
    /// Name, connection and TLS. Shorter than `totalTime`: a call that runs out of this time was surely not made.
    public var connectTime = Duration.seconds(2)
    /// From the start to the end of the answer.
    public var totalTime = Duration.seconds(8)
    /// Bytes of an answer that are read; a longer one counts as broken off.
    public var maxAnswerBytes = 256 << 10
    /// Calls at one time; one more is not sent.
    public var maxCalls = 64
    /// A file of certificates to trust instead of the system's.
    public var certificateFile: String?

    /// Settings with the usual limits.
    public init(_ address: BackendAddress) { self.address = address }
}
