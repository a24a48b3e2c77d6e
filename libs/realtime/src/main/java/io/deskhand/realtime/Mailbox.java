package io.deskhand.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs the tasks of one ticket one after the other, in order, on the threads of an executor. */
final class Mailbox {

    private final Executor executor;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    synchronized void post(Runnable task) {
        tasks.add(task);
        if (!running) {
            running = true;
            executor.execute(this::run);
        }
    }

    /** Whether nothing runs and nothing waits. */
    synchronized boolean isIdle() {
        return !running;
    }

    private void run() {
        while (true) {
            Runnable task;
            synchronized (this) {
                task = tasks.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            task.run();
        }
    }
}
