public import Drafts
public import Finance

/// A model's eyes: reads one receipt. The file is sent where the model is, for this one call, and kept nowhere.
public struct Receipts: Sendable {
    /// Gives the model's answer about a person's file. `safetyID` is a one-way hash of the person; who it is stays here.
    ///
    /// Throws `refused` where the model takes no such file, and what any other call to a model throws.
    public var read:
        @Sendable (_ file: ReceiptFile, _ person: UserID, _ safetyID: String) async throws(PortError) -> Answer

    /// What a model said.
    public struct Answer: Sendable, Hashable {
        /// As it stands, for `ReceiptReading` to judge.
        public var text: String
        /// What it took; nil when the provider did not tell.
        public var usage: Usage?

        /// An answer with both parts given.
        public init(text: String, usage: Usage? = nil) {
            self.text = text
            self.usage = usage
        }
    }

    /// A port of this closure.
    public init(read: @escaping @Sendable (ReceiptFile, UserID, String) async throws(PortError) -> Answer) {
        self.read = read
    }
}
