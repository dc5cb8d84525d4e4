public import Ports

/// Which frames a socket speaks.
public enum Dialect: String, Sendable, Hashable {
    /// The old service's frames, without a subprotocol.
    case legacy
    /// The subprotocol `reho.v2`.
    case v2 = "reho.v2"
}

/// A socket that has just opened, before anyone knows who it is.
public struct Arrival: Sendable, Hashable {
    /// The frames it speaks.
    public var dialect: Dialect
    /// What its handshake showed; nil when a first `auth` frame must bring it.
    public var credential: Credential?
    /// The `conversation_id` it asked for, unchecked; empty counts as absent.
    public var conversation: String?

    /// An arrival with every part given.
    public init(dialect: Dialect, credential: Credential?, conversation: String?) {
        self.dialect = dialect
        self.credential = credential
        self.conversation = conversation
    }
}
