internal import Inbox
internal import ServiceLifecycle

/// The postman as a service; without a webhook there is none, and nothing to do until the end.
struct PostService: Service {
    let postman: Postman?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            guard let postman else { return await withCheckedContinuationUntilCancelled() }
            await postman.run()
        }
    }

    private func withCheckedContinuationUntilCancelled() async {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3_600)) }
    }
}
