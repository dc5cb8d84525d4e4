import NIOCore

@testable import Server

/// permessage-deflate.
///
/// 1. An expansion never holds more than its limit, says so exactly then, and makes room for little more than that.
/// 2. What is compressed expands to itself, whatever window was agreed on, and hardly grows.
/// 3. An agreement is one that our own answer, read as an offer, leads to again.
enum DeflateOracle {
    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        try checkExpansion(ByteBuffer(bytes: bytes), limit: [64, 1 << 10, 64 << 10, 1 << 20][Int(choice & 3)])
        try checkCompression(ByteBuffer(bytes: bytes), bits: 9 + Int32(choice >> 2) % 7)
        try checkAgreement(String(decoding: bytes, as: UTF8.self))
    }

    private static func checkExpansion(_ data: ByteBuffer, limit: Int) throws {
        switch expand(data, limit) {
        case .success(let whole):
            let count = whole.readableBytes
            try BrokenPromise.unless(count <= limit, "\(count) bytes under a limit of \(limit)")
            try BrokenPromise.unless(whole.capacity <= 2 * (limit + 32 << 10), "room for \(whole.capacity) bytes")
            try BrokenPromise.unless(expand(data, count) == .success(whole), "its own size is no limit for \(count)")
            let less = failure(expand(data, count - 1))
            try BrokenPromise.unless(
                count == 0 || less == CloseCode.tooBig, "\(count - 1) is enough for \(count) bytes")
        case .failure(let violation):
            let known = [CloseCode.tooBig, CloseCode.invalidText]
            try BrokenPromise.unless(known.contains(violation.code), "\(violation)")
            let wider = failure(expand(data, 2 * limit))
            let isStill = violation.code == CloseCode.tooBig || wider == violation.code
            try BrokenPromise.unless(isStill, "invalid under one limit and not under another")
        }
    }

    private static func checkCompression(_ data: ByteBuffer, bits: Int32) throws {
        guard let packed = DeflateHandle.deflate(data, maxWindowBits: bits) else {
            throw BrokenPromise("could not be compressed with \(bits) bits")
        }
        let count = data.readableBytes
        try BrokenPromise.unless(packed.readableBytes <= count + count / 8 + 64, "\(count) grew to \(packed)")
        try BrokenPromise.unless(expand(packed, count) == .success(data), "compressed with \(bits) bits and lost")
    }

    private static func checkAgreement(_ offer: String) throws {
        guard let agreement = DeflateAgreement.first(of: [offer]) else { return }
        try BrokenPromise.unless((9...15).contains(agreement.serverWindowBits), "agreed on \(agreement)")
        let again = DeflateAgreement.first(of: [agreement.answer])
        try BrokenPromise.unless(again == agreement, "the answer to \(offer) means \(String(describing: again))")
    }

    private static func expand(_ data: ByteBuffer, _ limit: Int) -> Result<ByteBuffer, ProtocolViolation> {
        do throws(ProtocolViolation) {
            return .success(try DeflateHandle.inflate(data, limit: limit))
        } catch {
            return .failure(error)
        }
    }

    private static func failure(_ result: Result<ByteBuffer, ProtocolViolation>) -> UInt16? {
        if case .failure(let violation) = result { violation.code } else { nil }
    }
}
