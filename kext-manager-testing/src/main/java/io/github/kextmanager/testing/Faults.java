package io.github.kextmanager.testing;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.Occasion.Turn;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.machine.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What is to go wrong on a simulated Mac, and when.
 *
 * <pre>{@code
 * mac.faults().on(ToolName.KEXTLOAD).at(2).inject(new Fault.Killed(9));
 * mac.faults().onKernel(KernelRequest.UNLOAD).next().inject(new Fault.KernelAnswers(inUse));
 * mac.faults().after(Duration.ofMinutes(5)).inject(new Fault.LateApproval(widget));
 * mac.faults().random(42); // the same ones whenever it is 42
 * }</pre>
 *
 * <p>Occasions are counted from the moment in which the fault is planned. Of several faults that
 * are due on one occasion the one that was planned first strikes; the others strike on the next.
 *
 * <p>Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class Faults {
  private final Object lock;
  private final FaultBoard board;
  private final Machine machine;

  Faults(Object lock, FaultBoard board, Machine machine) {
    this.lock = lock;
    this.board = board;
    this.machine = machine;
  }

  /**
   * On a run of a tool, itself or through sudo.
   *
   * @param tool the tool
   * @return which of its runs is to be said
   */
  public Moment<Fault> on(ToolName tool) {
    return new Moment<>(this, turn -> new Occasion.Run(Optional.of(tool), Optional.empty(), turn));
  }

  /**
   * On a run of a tool with a verb, such as {@code kmutil load}, itself or through sudo.
   *
   * @param tool the tool
   * @param verb its first argument
   * @return which of such runs is to be said
   */
  public Moment<Fault> on(ToolName tool, String verb) {
    return new Moment<>(this, turn -> new Occasion.Run(Optional.of(tool), Optional.of(verb), turn));
  }

  /**
   * On a run of any program.
   *
   * @return which of the runs is to be said
   */
  public Moment<Fault> onAnyCommand() {
    return new Moment<>(this, turn -> new Occasion.Run(Optional.empty(), Optional.empty(), turn));
  }

  /**
   * On a request to the kernel, whoever makes it while a command runs.
   *
   * @param request what is asked
   * @return which of such requests is to be said
   */
  public Moment<Fault.OfKernel> onKernel(KernelRequest request) {
    return new Moment<>(this, turn -> new Occasion.ToKernel(request, turn));
  }

  /**
   * On a request to kextd.
   *
   * @return which of the requests is to be said
   */
  public Moment<Fault.KextdAnswers> onKextd() {
    return new Moment<>(this, Occasion.ToKextd::new);
  }

  /**
   * After some more commands, before the next one.
   *
   * @param commands how many
   * @return what happens is to be said
   */
  public Injection<Fault.OfMac> afterCommands(int commands) {
    return new Injection<>(this, new Occasion.AfterCommands(commands));
  }

  /**
   * Before the first command that begins after some time, by the clock of the Mac.
   *
   * @param time how long from now
   * @return what happens is to be said
   */
  public Injection<Fault.OfMac> after(Duration time) {
    synchronized (lock) {
      return new Injection<>(this, new Occasion.AtTime(machine.clock().instant().plus(time)));
    }
  }

  /**
   * Plans a fault.
   *
   * @param fault the fault, and when it strikes
   * @throws IllegalArgumentException if this Mac cannot have it
   */
  public void plan(PlannedFault fault) {
    check(fault.fault());
    synchronized (lock) {
      board.plan(fault);
    }
  }

  /**
   * Plans a fault that is written as text.
   *
   * @param text the text, such as {@code kextload#2 killed 9}
   * @throws IllegalArgumentException if it is none, or this Mac cannot have it
   */
  public void plan(String text) {
    plan(PlannedFault.parse(text));
  }

  /** kextd is there up to 10.15, and can be left out from 10.7. */
  private void check(Fault fault) {
    if (!(fault instanceof Fault.OfKextd)) {
      return;
    }
    var release = machine.platform().release();
    if (machine.hasCollections()) {
      throw new IllegalArgumentException(
          "The fault \"%s\" strikes up to macOS 10.15, where kextd is; this is %s."
              .formatted(FaultText.of(fault), release));
    }
    if (fault instanceof Fault.KextdAbsent && !release.isAtLeast(Releases.LION)) {
      throw new IllegalArgumentException(
          "kextd can be left out from macOS 10.7, not on %s.".formatted(release));
    }
  }

  /**
   * The faults that have not struck yet.
   *
   * @return them in the order in which they were planned, counted from now
   */
  public List<PlannedFault> planned() {
    synchronized (lock) {
      return board.planned();
    }
  }

  /** Drops the faults that have not struck yet. */
  public void clear() {
    synchronized (lock) {
      board.clear();
    }
  }

  /**
   * Plans faults by chance: about one in five of the next hundred commands is struck.
   *
   * @return the seed, which is logged too: {@link #random(long)} plans the same faults again
   */
  public long random() {
    long seed = RandomGenerator.getDefault().nextLong();
    // Whoever never asks for chance need not find a logger first, which takes a tool's whole time.
    System.getLogger(Faults.class.getName())
        .log(
            System.Logger.Level.INFO,
            "Faults by chance: mac.faults().random({0}L)",
            String.valueOf(seed));
    random(seed);
    return seed;
  }

  /**
   * Plans faults by chance, the same ones for the same seed and release: about one in five of the
   * next hundred commands is struck.
   *
   * @param seed where chance begins
   */
  public void random(long seed) {
    new RandomFaults(seed, machine.platform().release()).plans().forEach(this::plan);
  }

  /**
   * Which of several occasions.
   *
   * @param <F> what can strike then
   */
  public static final class Moment<F extends Fault> {
    private final Faults faults;
    private final Function<Turn, Occasion> occasions;

    private Moment(Faults faults, Function<Turn, Occasion> occasions) {
      this.faults = faults;
      this.occasions = occasions;
    }

    /**
     * The next one.
     *
     * @return what happens is to be said
     */
    public Injection<F> next() {
      return at(1);
    }

    /**
     * The one of a number.
     *
     * @param number 1 for the next
     * @return what happens is to be said
     */
    public Injection<F> at(int number) {
      return new Injection<>(faults, occasions.apply(new Turn.Nth(number)));
    }

    /**
     * Each of them, for good, unless another fault is due.
     *
     * @return what happens is to be said
     */
    public Injection<F> everyTime() {
      return new Injection<>(faults, occasions.apply(new Turn.Every()));
    }
  }

  /**
   * An occasion for which a fault is to be named.
   *
   * @param <F> what can strike then
   */
  public static final class Injection<F extends Fault> {
    private final Faults faults;
    private final Occasion occasion;

    private Injection(Faults faults, Occasion occasion) {
      this.faults = faults;
      this.occasion = occasion;
    }

    /**
     * Plans a fault for the occasion.
     *
     * @param fault what goes wrong
     * @throws IllegalArgumentException if it cannot go wrong then, or on this Mac
     */
    public void inject(F fault) {
      faults.plan(new PlannedFault(occasion, fault));
    }
  }
}
