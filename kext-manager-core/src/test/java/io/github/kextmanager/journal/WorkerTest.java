package io.github.kextmanager.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("processes")
class WorkerTest {
  @Test
  void this_process_is_alive() {
    assertThat(Worker.thisProcess().isAlive()).isTrue();
  }

  @Test
  void a_process_that_has_ended_is_not() throws Exception {
    Process process = new ProcessBuilder("true").start();
    Worker worker = new Worker(process.pid(), process.info().startInstant());
    assertThat(process.waitFor()).isZero();

    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void a_later_process_with_the_same_number_is_another() {
    Instant earlier = Instant.now().minus(Duration.ofDays(1));
    Worker worker = new Worker(ProcessHandle.current().pid(), Optional.of(earlier));

    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void the_number_alone_decides_where_no_start_is_known() {
    assertThat(new Worker(ProcessHandle.current().pid(), Optional.empty()).isAlive()).isTrue();
  }
}
