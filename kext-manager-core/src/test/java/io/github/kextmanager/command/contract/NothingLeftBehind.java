package io.github.kextmanager.command.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails a test after which a process lives on, or a thread that is busy with a command. */
public final class NothingLeftBehind implements BeforeEachCallback, AfterEachCallback {
  private static final int REAPING_SECONDS = 5;
  private static final Namespace NAMESPACE = Namespace.create(NothingLeftBehind.class);

  /** Made by JUnit. */
  public NothingLeftBehind() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put("before", descendants());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Set<?> before = context.getStore(NAMESPACE).get("before", Set.class);
    Set<ProcessHandle> started = descendants();
    started.removeIf(before::contains);
    assertThat(started).as("processes left behind").allMatch(NothingLeftBehind::ends);
    assertThat(threadsAtWork()).as("threads left behind").isEmpty();
  }

  private static Set<ProcessHandle> descendants() {
    return ProcessHandle.current().descendants().collect(Collectors.toCollection(HashSet::new));
  }

  /** A process that was killed stays listed until the JDK has asked for its exit status. */
  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(REAPING_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private static Stream<Thread> threadsAtWork() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> !thread.getKey().equals(Thread.currentThread()))
        .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(NothingLeftBehind::isOurs))
        .map(Map.Entry::getKey);
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("io.github.kextmanager.")
        || frame.getClassName().startsWith("org.apache.commons.exec.");
  }
}
