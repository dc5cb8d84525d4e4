import Foundation
import Hummingbird
import Logging
import NIOCore
import Server

// ws-echo --port N: the product's own WebSocket codec, answering every message with itself, with limits as wide as a
// conformance suite wants them. A tool of the tests; the product never mounts it.

struct EchoContext: WebSocketContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

let arguments = CommandLine.arguments
guard let place = arguments.firstIndex(of: "--port"), arguments.indices.contains(place + 1),
    let port = Int(arguments[place + 1])
else {
    FileHandle.standardError.write(Data("usage: ws-echo --port N\n".utf8))
    exit(64)
}

var limits = WebSocketLimits()
limits.maxFrame = 16 << 20
limits.maxMessage = 16 << 20
// One more than the longest case has: some end with an empty fragment.
limits.maxFragments = 70_000
limits.softBacklog = 64 << 20
limits.hardBacklog = 128 << 20
limits.maxPingsPerSecond = 100_000

let router = Router(context: EchoContext.self)
router.get("/") { [limits] request, context in
    Response.webSocket(for: request, channel: context.channel, limits: limits) { connection in
        WebSocketHandler(onText: { connection.send($0) }, onBinaryMessage: { connection.send($0) })
    }
}
var logger = Logger(label: "ws-echo")
logger.logLevel = .warning
let sockets = OpenSockets(patience: .seconds(2))
let app = Application(
    router: router, server: .sockets(sockets),
    configuration: .init(address: .hostname("127.0.0.1", port: port)), services: [sockets],
    onServerRunning: { print("ws-echo listens on \($0.localAddress?.port ?? 0)") }, logger: logger)
try await app.runService()
