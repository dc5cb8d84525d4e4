import Glibc

/// A port whose one place in the queue is taken: further connections get no answer at all.
struct DeafPort {
    let number: Int
    private let sockets: [Int32]

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var sockets = [listener]
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = bind(listener, generic, size)
                _ = listen(listener, 0)
                _ = getsockname(listener, generic, &size)
                for _ in 0..<4 {
                    let guest = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                    _ = fcntl(guest, F_SETFL, O_NONBLOCK)
                    _ = connect(guest, generic, size)
                    sockets.append(guest)
                }
            }
        }
        self.sockets = sockets
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    func close() { for socket in sockets { _ = Glibc.close(socket) } }
}
