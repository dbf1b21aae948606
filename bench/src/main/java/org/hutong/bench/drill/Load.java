package org.hutong.bench.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Residents who submit form after form, each one after the other. When an answer does not come, the submission is unknown: its worker waits at
 * the gate and sends it again with the same key when the gate opens.
 */
final class Load {
    private final Stage stage;
    private final Evidence evidence;
    private final List<Thread> workers = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile String firstRefusal = "";
    private boolean open;
    private boolean onlyAgain;
    private boolean ended;
    private int waiting;
    private int finished;

    Load(Stage stage, Evidence evidence, int threads) {
        this.stage = stage;
        this.evidence = evidence;
        for (int i = 0; i < threads; i++) {
            int worker = i;
            workers.add(Thread.ofVirtual().name("resident-" + i).unstarted(() -> work(worker, threads)));
        }
        workers.forEach(Thread::start);
    }

    /** Lets everybody submit. */
    void open() {
        set(() -> open = true);
    }

    /** Lets everybody finish what was begun, and waits until they have. */
    void close() throws InterruptedException {
        set(() -> open = false);
        lock.lockInterruptibly();
        try {
            while (waiting + finished < workers.size()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing new from now on: what is unknown is sent again until it is known; then the workers end. */
    void finish() throws InterruptedException {
        set(() -> {
            onlyAgain = true;
            open = true;
        });
        for (Thread worker : workers) {
            worker.join();
        }
    }

    /** Ends the workers without caring about what is unknown. */
    void abandon() throws InterruptedException {
        set(() -> ended = true);
        for (Thread worker : workers) {
            worker.interrupt();
            worker.join();
        }
    }

    /** Requests without an answer: the server may have done them or not. */
    int unanswered() {
        return unanswered.get();
    }

    int refusals() {
        return refusals.get();
    }

    String firstRefusal() {
        return firstRefusal;
    }

    boolean exhausted() {
        lock.lock();
        try {
            return finished == workers.size();
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work(int worker, int threads) {
        try {
            for (Stage.Form form : stage.forms()) {
                for (int resident = worker; resident < stage.residents().size(); resident += threads) {
                    if (!mayBegin()) {
                        return;
                    }
                    submit(resident, form);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            set(() -> finished++);
        }
    }

    private boolean mayBegin() throws InterruptedException {
        atGate();
        lock.lock();
        try {
            return !onlyAgain && !ended;
        } finally {
            lock.unlock();
        }
    }

    private void atGate() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting++;
            changed.signalAll();
            while (!open && !ended) {
                changed.await();
            }
            waiting--;
            if (ended) {
                throw new InterruptedException();
            }
        } finally {
            lock.unlock();
        }
    }

    private void submit(int resident, Stage.Form form) throws InterruptedException {
        Caller caller = stage.residents().get(resident);
        String path = form.path();
        JsonNode opened = opened(caller, path);
        if (opened == null) {
            return;
        }
        UUID key = UUID.randomUUID();
        String marker = "drill-" + UUID.randomUUID();
        ObjectNode body = Caller.object().put("version", opened.path("version").asInt());
        body.putObject("answers").put(Stage.QUESTION, marker);
        body.putArray("confirmed");
        ObjectNode seen = body.putObject("seen");
        String act = opened.path("states").path(Stage.QUESTION).path("seen").asString("");
        if (!act.isEmpty()) {
            seen.put(Stage.QUESTION, act);
        }
        evidence.sending(key, resident, form.id(), marker);
        while (true) {
            try {
                Caller.Reply reply = caller.send("POST", path + "/submissions", body, Map.of("Idempotency-Key", key.toString()));
                if (reply.fine()) {
                    evidence.acknowledged(key, UUID.fromString(reply.body().path("submission").asString()), reply.body().path("receipt").asString());
                    return;
                }
                if (reply.status() < 500 && reply.status() != 429) {
                    refused("POST " + path, reply);
                    return;
                }
            } catch (IOException e) {
                unanswered.incrementAndGet();
            }
            pause();
        }
    }

    /** A form as its resident sees it; null when it is refused. */
    private JsonNode opened(Caller caller, String path) throws InterruptedException {
        while (true) {
            try {
                Caller.Reply reply = caller.get(path);
                if (reply.fine()) {
                    return reply.body();
                }
                if (reply.status() < 500 && reply.status() != 429) {
                    refused("GET " + path, reply);
                    return null;
                }
            } catch (IOException e) {
                unanswered.incrementAndGet();
            }
            pause();
        }
    }

    /** After a failure: goes to the gate if it is closed, and is not too quick if it is open. */
    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            changed.awaitNanos(100_000_000L);
        } finally {
            lock.unlock();
        }
        atGate();
    }

    private void refused(String what, Caller.Reply reply) {
        if (refusals.getAndIncrement() == 0) {
            firstRefusal = what + ": " + reply.status() + " " + reply.body();
        }
    }
}
