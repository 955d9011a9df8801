import Dispatch

/// Runs an actor's jobs on a queue of its own, so that a blocking call never holds the cooperative
/// pool.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// Makes the queue; the label is what a debugger shows.
  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
