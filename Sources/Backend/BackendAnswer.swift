/// What became of one call, as far as anybody can know without looking at the records.
public enum BackendAnswer: Sendable, Hashable {
    /// The backend answered, whatever it said. What is missing of a body does not make the status doubtful.
    case answered(status: Int, body: BackendBody)
    /// Not a byte of the request left: nothing was written, and it may be tried again.
    case notSent(Unsent)
    /// The request was on its way and no answer came: it may have been done. Only the records can tell.
    case unknown(Doubt)

    /// Why a call was not made.
    public enum Unsent: String, Error, Sendable, Hashable, CaseIterable {
        /// The path is not one below the base.
        case badPath
        /// The token or the idempotency key cannot stand in a header.
        case badToken, badKey
        /// As many calls as allowed are running.
        case busy
        /// The host's name has no address.
        case noAddress
        /// Nobody listens there.
        case refused
        case connectTimeout
        /// No connection that can be trusted: a wrong certificate, or no TLS at all.
        case untrusted
        case cancelled
        /// The client is closed.
        case closed
    }

    /// Why there is no answer.
    public enum Doubt: String, Sendable, Hashable, CaseIterable {
        case timeout
        /// The connection ended before the answer began.
        case brokenOff
        /// What came is not HTTP, or its head is endless.
        case malformed
        case cancelled
        /// The client was closed meanwhile.
        case closed
        /// The transfer failed in a way that does not say how far it had come.
        case failed
    }
}

/// The body of an answer. Foreign text: to be read by a table, never shown.
public enum BackendBody: Sendable, Hashable {
    /// A whole JSON object, as bytes.
    case json([UInt8])
    /// Whole, but something else: a proxy's page, or nothing.
    case other(count: Int)
    /// Broken off, too slow or longer than the limit; so many bytes were read.
    case partial(count: Int)

    /// The JSON object's bytes, else none.
    public var bytes: [UInt8] {
        if case .json(let bytes) = self { bytes } else { [] }
    }
}
