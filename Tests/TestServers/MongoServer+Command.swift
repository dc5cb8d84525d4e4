internal import Foundation

// Commands to the server that go past the client under test: a hand-made OP_MSG over a plain socket.
//
//     length · request · 0 · 2013   flags 0   section kind 0   document

extension MongoServer {
    /// What went wrong between this socket and the server.
    public struct CommandFailure: Error {
        /// What happened.
        public let reason: String
    }

    /// Sends one command, a document as bytes that names its database as `$db`, and gives the answer's bytes.
    public nonisolated func command(_ document: [UInt8]) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        try connect(descriptor)
        var message: [UInt8] = []
        for number in [Int32(21 + document.count), 1, 0, 2013, 0] {
            withUnsafeBytes(of: number.littleEndian) { message += $0 }
        }
        message.append(0)
        message += document
        guard send(descriptor, message, message.count, Int32(MSG_NOSIGNAL)) == message.count else {
            throw CommandFailure(reason: "the command could not be sent")
        }
        let length = try receive(4, from: descriptor).reversed().reduce(0) { $0 << 8 | Int($1) }
        let rest = try receive(length - 4, from: descriptor)
        return Array(rest.dropFirst(17))
    }

    private nonisolated func connect(_ descriptor: Int32) throws {
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw CommandFailure(reason: "the server does not listen") }
    }

    private nonisolated func receive(_ count: Int, from descriptor: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var part = [UInt8](repeating: 0, count: count - bytes.count)
            let got = recv(descriptor, &part, part.count, 0)
            guard got > 0 else { throw CommandFailure(reason: "the answer broke off") }
            bytes += part.prefix(got)
        }
        return bytes
    }
}
