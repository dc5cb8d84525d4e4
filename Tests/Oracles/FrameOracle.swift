import NIOCore

@testable import Server

/// WebSocket frames to messages.
///
/// 1. Messages and violations are the same in whatever pieces the bytes come.
/// 2. Nothing over a limit is ever handed on, and no text that is not UTF-8.
/// 3. What was read, written by our writer and read again, is the same.
/// 4. Bytes that break no rule mean what a plain walk over the frames finds in them.
enum FrameOracle {
    /// What a socket's owner would have heard.
    struct Heard: Equatable {
        var messages: [Message] = []
        var violation: ProtocolViolation?
        /// Says nothing after a violation.
        var isMidMessage = false
    }

    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        let limits = limits(choice)
        let isCompressed = choice & 1 != 0
        let ways = Pieces.ways(bytes, seed: choice >> 2)
        let whole = hear(ways[0], limits, isCompressed)
        for pieces in ways.dropFirst() {
            let heard = hear(pieces, limits, isCompressed)
            try BrokenPromise.unless(heard == whole, "in pieces: \(heard)\nin one: \(whole)")
        }
        for message in whole.messages {
            try BrokenPromise.unless(message.fits(limits), "over a limit: \(message)")
            let again = hear([message.written], WebSocketLimits(), false)
            try BrokenPromise.unless(again.messages == [message], "read: \(message)\nwritten and read: \(again)")
        }
        if !isCompressed, whole.violation == nil {
            let walked = try FrameWalk.messages(bytes)
            try BrokenPromise.unless(walked == whole.messages, "walked: \(walked)\nheard: \(whole.messages)")
        }
        try checkText(ways)
    }

    /// 5. Text is refused piece by piece exactly when the standard library refuses the whole of it.
    private static func checkText(_ ways: [[[UInt8]]]) throws {
        let isText = String(validating: ways[0].joined(), as: UTF8.self) != nil
        for pieces in ways {
            var scan = UTF8Scan()
            let isAccepted = pieces.allSatisfy { scan.accept(ByteBuffer(bytes: $0)) } && scan.isWhole
            try BrokenPromise.unless(isAccepted == isText, "UTF-8 scan says \(isAccepted) of \(ways[0])")
        }
    }

    private static func hear(_ pieces: [[UInt8]], _ limits: WebSocketLimits, _ isCompressed: Bool) -> Heard {
        var receiver = FrameReceiver(limits: limits, isCompressionAgreed: isCompressed)
        var heard = Heard()
        for piece in pieces {
            var input = ByteBuffer(bytes: piece)
            do throws(ProtocolViolation) {
                while let received = try receiver.next(&input) { heard.messages.append(Message(received)) }
            } catch {
                heard.violation = error
                return heard
            }
        }
        heard.isMidMessage = receiver.isMidMessage
        return heard
    }

    /// The product's limits, or ones that short inputs can reach.
    private static func limits(_ choice: UInt8) -> WebSocketLimits {
        var limits = WebSocketLimits()
        if choice & 2 != 0 { (limits.maxFrame, limits.maxMessage, limits.maxFragments) = (64, 96, 4) }
        return limits
    }
}
