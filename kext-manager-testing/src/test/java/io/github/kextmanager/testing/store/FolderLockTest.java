package io.github.kextmanager.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void is_there_again_when_the_work_is_done() {
    Path file = folder.resolve("lock");

    assertThat(FolderLock.holding(file, Duration.ZERO, () -> 1)).isEqualTo(1);
    assertThat(FolderLock.holding(file, Duration.ZERO, () -> 2)).isEqualTo(2);
  }

  @Test
  void nobody_else_gets_it_meanwhile() {
    Path file = folder.resolve("lock");

    assertThatThrownBy(
            () ->
                FolderLock.holding(
                    file,
                    Duration.ZERO,
                    () -> FolderLock.holding(file, Duration.ofMillis(1), () -> 1)))
        .isInstanceOf(StateException.class)
        .hasMessage(file + " is held by another process since more than 0 s.");
  }

  @Test
  void threads_have_it_one_after_the_other() throws InterruptedException, ExecutionException {
    Path file = folder.resolve("lock");
    int[] count = new int[1];
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      runs.add(
          threads.submit(() -> FolderLock.holding(file, Duration.ofMinutes(1), () -> count[0]++)));
    }
    for (Future<Integer> run : runs) {
      run.get();
    }
    threads.shutdown();

    assertThat(count[0]).isEqualTo(40);
  }

  @Test
  void says_that_the_file_cannot_be_opened() {
    Path file = folder.resolve("none/lock");

    assertThatThrownBy(() -> FolderLock.holding(file, Duration.ZERO, () -> 1))
        .isInstanceOf(StateException.class)
        .hasMessage(file + " cannot be opened: no such file or folder");
  }
}
