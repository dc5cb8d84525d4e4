import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded

@testable import Server

/// A connection from its first byte: HTTP/1.1, the handshake, and the socket behind it, through the handlers that the
/// server puts on every connection. Requests to `/ws` are answered by `Response.webSocket`; that socket is an echo.
///
/// 1. The same bytes go out in whatever pieces the client's bytes come.
/// 2. A 101 is sent once at most, and only to a request in which a plain look finds a whole handshake.
/// 3. What goes out begins with a status line.
enum UpgradeOracle {
    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        let ways = Pieces.ways(bytes, seed: choice >> 1)
        let whole = try answer(to: ways[0])
        for pieces in ways.dropFirst() {
            let sent = try answer(to: pieces)
            try BrokenPromise.unless(sent == whole, "in pieces: \(text(sent))\nin one: \(text(whole))")
        }
        let first = Array("HTTP/1.1 ".utf8)
        try BrokenPromise.unless(whole.isEmpty || whole.starts(with: first), "an answer without a status line")
    }

    /// Everything that goes out on one connection.
    private static func answer(to pieces: [[UInt8]]) throws -> [UInt8] {
        let channel = EmbeddedChannel()
        let routes = EchoRoutes()
        let server = SocketServer(responder: { _, _, _ in }, sockets: OpenSockets(), limits: HTTPLimits())
        try server.prepare(channel, logger: EchoRoutes.logger)
        try channel.pipeline.syncOperations.addHandler(routes)
        _ = try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        for piece in pieces where channel.isActive {
            _ = try? channel.writeInbound(ByteBuffer(bytes: piece))
            channel.embeddedEventLoop.run()
        }
        var sent: [UInt8] = []
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) { sent += buffer.readableBytesView }
        _ = try? channel.finish(acceptAlreadyClosed: true)
        try check(routes.upgraded)
        return sent
    }

    private static func check(_ upgraded: [HTTPRequest]) throws {
        try BrokenPromise.unless(upgraded.count <= 1, "\(upgraded.count) upgrades of one connection")
        for request in upgraded {
            let fields = request.headerFields
            try BrokenPromise.unless(request.method == .get, "an upgrade by \(request.method)")
            try BrokenPromise.unless(has("websocket", fields[values: .upgrade]), "no such upgrade: \(fields)")
            try BrokenPromise.unless(has("upgrade", fields[values: .connection]), "no such connection: \(fields)")
            try BrokenPromise.unless(fields[values: .secWebSocketVersion] == ["13"], "another version: \(fields)")
            let key = fields[values: .secWebSocketKey].first.flatMap { Data(base64Encoded: $0) }
            try BrokenPromise.unless(key?.count == 16, "without a key: \(fields)")
            try BrokenPromise.unless(fields[.transferEncoding] == nil, "with a body: \(fields)")
        }
    }

    /// Whether one of the fields lists the token, as ASCII without regard to case.
    private static func has(_ token: String, _ values: [String]) -> Bool {
        values.joined(separator: ",").utf8.split(separator: UInt8(ascii: ",")).contains { part in
            let word = part.filter { $0 != 0x20 && $0 != 0x09 }.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
            return word.elementsEqual(token.utf8)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}
