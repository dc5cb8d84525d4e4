internal import HTTPTypes
internal import Hummingbird

/// A body that is a file.
enum UploadedFile {
    /// All of its bytes, in one place and copied once; refused with the first byte beyond the limit.
    static func read(_ request: Request, upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        let told = request.headers[.contentLength].flatMap(Int.init) ?? 0
        bytes.reserveCapacity(min(max(0, told), limit))
        for try await chunk in request.body {
            guard bytes.count + chunk.readableBytes <= limit else { throw Problem.tooLarge(limit) }
            bytes += chunk.readableBytesView
        }
        return bytes
    }
}
