import NIOCore

/// Everything between bytes off the wire and whole messages, as one value.
struct FrameReceiver {
    private var reader: FrameReader
    private var assembler: MessageAssembler

    init(limits: WebSocketLimits, isCompressionAgreed: Bool) {
        reader = FrameReader(rules: FrameRules(maxFrame: limits.maxFrame, isCompressionAgreed: isCompressionAgreed))
        assembler = MessageAssembler(maxMessage: limits.maxMessage, maxFragments: limits.maxFragments)
    }

    /// Something has begun that its sender must finish.
    var isMidMessage: Bool { reader.isMidFrame || assembler.isMidMessage }

    /// The next thing that is whole; nil when all of `input` is taken.
    mutating func next(_ input: inout ByteBuffer) throws(ProtocolViolation) -> MessageAssembler.Received? {
        while let event = try reader.next(&input) {
            if let received = try assembler.accept(event) { return received }
        }
        return nil
    }
}
