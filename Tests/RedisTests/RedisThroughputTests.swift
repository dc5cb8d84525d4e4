import Foundation
import Redis
import TestServers
import Testing

@Suite("Redis throughput")
struct RedisThroughputTests {
    /// A floor far below what is measured, so that a busy machine does not fail it but a lost pipeline (one command a
    /// round trip is about 12,000 a second in a release build) would show in the printed figure.
    @Test("64 tasks share one pipelined connection")
    func pipelined() async throws {
        let server = try await RedisServer.shared()
        try await withRedis(server.url, timeout: .seconds(30)) { client in
            let (tasks, each) = (64, 500)
            let took = try await ContinuousClock().measure {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<tasks {
                        group.addTask {
                            for _ in 0..<each { _ = try await client.command(["GET", "nothing"]) }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let rate = Double(tasks * each) / (took / .seconds(1))
            FileHandle.standardError.write(Data("figure redis.get.64tasks \(Int(rate)) ops/s\n".utf8))
            #expect(rate > 2_000)
        }
    }
}
