import Testing

@testable import Curl

/// A transfer driven by hand, with instants counted from its start.
private final class Driven {
    var transfer: Transfer
    let start = ContinuousClock.now
    static let settings = {
        var settings = CurlSettings()
        settings.maxBufferedBytes = 8
        settings.maxHeaderBytes = 100
        settings.maxDrainBytes = 10
        return settings
    }()

    init() {
        let deadlines = CurlDeadlines(
            connect: .seconds(1), firstByte: .seconds(5), idle: .seconds(10), total: .seconds(60))
        transfer = Transfer(deadlines, Driven.settings, at: start)
    }

    func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    func header(_ line: String, at seconds: Int = 0) -> Bool {
        Array(line.utf8).withUnsafeBytes { transfer.header($0, at: at(seconds)) }
    }

    func body(_ text: String, at seconds: Int = 0) -> Transfer.Intake {
        Array(text.utf8).withUnsafeBytes { transfer.body($0, at: at(seconds)) }
    }

    func beginBody() {
        #expect(header("HTTP/1.1 200 OK\r\n") && header("\r\n"))
        _ = transfer.takeHead()
    }

    func expire(at now: ContinuousClock.Instant) -> Bool { transfer.expire(at: now) }

    func leave(drains: Bool, at now: ContinuousClock.Instant) -> Transfer.Leaving {
        transfer.leave(drains: drains, at: now)
    }

    /// What the caller gets now, as words.
    func taken(at seconds: Int = 0) -> String {
        switch transfer.takeBody(at: at(seconds)).supply {
        case .value(let bytes): String(decoding: bytes, as: UTF8.self)
        case .nothingYet: "(nothing yet)"
        case .end: "(end)"
        case .failed(let error): "(\(error.code))"
        }
    }
}

@Suite("One transfer as a value")
struct TransferTests {
    @Test("the head comes first, then bytes in order, then the end")
    func order() throws {
        let driven = Driven()
        #expect(driven.header("HTTP/1.1 200 OK\r\n") && driven.header("A: b\r\n"))
        #expect(!driven.transfer.hasNews)
        #expect(driven.header("\r\n"))
        guard case .value(let head) = driven.transfer.takeHead() else { throw CurlError(.failed, "no head") }
        #expect(head == CurlHead(status: 200, headers: [CurlHeader("A", "b")]))
        #expect(driven.taken() == "(nothing yet)")
        #expect(driven.body("one") == .take)
        #expect(driven.body("two") == .take)
        driven.transfer.end(nil)
        #expect(driven.taken() == "onetwo")
        #expect(driven.taken() == "(end)")
    }

    @Test("a full buffer pauses the sender until the reader takes it")
    func pause() {
        let driven = Driven()
        driven.beginBody()
        #expect(driven.body("12345678") == .take)
        #expect(driven.body("9") == .pause)
        let (_, resumes) = driven.transfer.takeBody(at: driven.start)
        #expect(resumes)
        #expect(driven.body("9") == .take)
        #expect(driven.taken() == "9")
    }

    @Test("time in which we do not read is no stall, and the idle clock starts afresh afterwards")
    func pausedIsNotIdle() {
        let driven = Driven()
        driven.beginBody()
        _ = driven.body("12345678")
        _ = driven.body("9")
        #expect(!driven.expire(at: driven.at(50)))
        _ = driven.taken(at: 45)
        #expect(driven.transfer.deadline == driven.at(55))
        #expect(driven.transfer.nextLook(at: driven.at(46)) == driven.at(55))
        #expect(driven.expire(at: driven.at(55)))
        #expect(driven.taken() == "(idleTimeout)")
    }

    @Test("a head may bring the deadline forward, and the next look is early enough to see it")
    func nextLook() {
        let deadlines = CurlDeadlines(firstByte: .seconds(20), idle: .seconds(1))
        var transfer = Transfer(deadlines, CurlSettings(), at: .now)
        let start = transfer.deadline.map { $0 - .seconds(20) } ?? .now
        #expect(transfer.nextLook(at: start) == start + .seconds(1))
        for line in ["HTTP/1.1 200 OK\r\n", "\r\n"] {
            _ = Array(line.utf8).withUnsafeBytes { transfer.header($0, at: start + .seconds(3)) }
        }
        #expect(transfer.deadline == start + .seconds(4))
    }

    @Test("each deadline has its own error", arguments: [(5, "firstByteTimeout", false), (10, "idleTimeout", true)])
    func deadlines(seconds: Int, code: String, hasHead: Bool) {
        let driven = Driven()
        if hasHead { driven.beginBody() }
        #expect(!driven.expire(at: driven.at(seconds - 1)))
        #expect(driven.expire(at: driven.at(seconds)))
        #expect(driven.taken() == "(\(code))")
    }

    @Test("the whole transfer has an end even while bytes keep coming")
    func total() {
        let driven = Driven()
        driven.beginBody()
        for second in 1..<60 {
            #expect(driven.body("x", at: second) == .take)
            _ = driven.taken(at: second)
            #expect(!driven.expire(at: driven.at(second)))
        }
        #expect(driven.expire(at: driven.at(60)))
        #expect(driven.taken() == "(totalTimeout)")
    }

    @Test("bytes that arrived before a failure are handed out before it")
    func bytesBeforeFailure() {
        let driven = Driven()
        driven.beginBody()
        _ = driven.body("last")
        driven.transfer.end(CurlError(.cut, "gone"))
        #expect(driven.taken() == "last")
        #expect(driven.taken() == "(cut)")
    }

    @Test("the first end counts")
    func firstEnd() {
        let driven = Driven()
        driven.beginBody()
        driven.transfer.end(CurlError(.cut, "gone"))
        driven.transfer.end(nil)
        #expect(driven.body("late") == .refuse)
        #expect(driven.transfer.deadline == nil)
        #expect(driven.taken() == "(cut)")
    }

    @Test("a head over its limit is refused with words")
    func bigHead() {
        let driven = Driven()
        #expect(driven.header("HTTP/1.1 200 OK\r\n"))
        #expect(!driven.header("A: \(String(repeating: "b", count: 100))\r\n"))
        #expect(driven.taken() == "(tooLarge)")
    }

    @Test("an interim answer is no head, and trailers are no headers")
    func interim() throws {
        let driven = Driven()
        for line in ["HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n"] { #expect(driven.header(line)) }
        #expect(!driven.transfer.hasNews)
        for line in ["HTTP/1.1 204 No Content\r\n", "\r\n", "Trailer: y\r\n", "\r\n"] { #expect(driven.header(line)) }
        guard case .value(let head) = driven.transfer.takeHead() else { throw CurlError(.failed, "no head") }
        #expect(head == CurlHead(status: 204, headers: []))
    }

    @Test("an end without a head is an error")
    func noHead() {
        let driven = Driven()
        driven.transfer.end(nil)
        #expect(driven.taken() == "(badResponse)")
    }

    @Test("leaving early drains for a moment and for a few bytes; leaving in haste removes at once")
    func leaving() {
        let driven = Driven()
        driven.beginBody()
        _ = driven.body("unread")
        #expect(driven.leave(drains: true, at: driven.start) == .drain)
        #expect(driven.transfer.deadline == driven.start + .milliseconds(200))
        #expect(driven.body("1234567890") == .take)
        #expect(driven.body("1") == .refuse)
        #expect(driven.expire(at: driven.at(1)))

        let hasty = Driven()
        hasty.beginBody()
        #expect(hasty.leave(drains: false, at: hasty.start) == .remove)
        #expect(hasty.leave(drains: false, at: hasty.start) == .nothing)
        #expect(hasty.taken() == "(cancelled)")
    }
}
