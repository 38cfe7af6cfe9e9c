package io.github.kextmanager.testing.log;

/**
 * Who writes to the system log.
 *
 * @param process the name of the process
 * @param processId its number; 0 for the kernel
 * @param sender the name of the code inside the process that speaks, such as a kext in the kernel;
 *     empty if that is the process itself
 * @param subsystem the subsystem of os_log(3); empty if there is none
 * @param category the category of os_log(3); empty if there is none
 */
public record LogSource(
    String process, int processId, String sender, String subsystem, String category) {
  /** The kernel itself. */
  public static final LogSource KERNEL = process("kernel", 0);

  /** The daemon that loads kexts up to 10.15; what number it has is made up. */
  public static final LogSource KEXTD = process("kextd", 54);

  /** The daemon that loads kexts from 11 on, when it decides on a request. */
  public static final LogSource KERNEL_MANAGER =
      process("kernelmanagerd", 135)
          .in("com.apple.kernelmanagerd.logging", "LoadRequestResolution");

  /** The daemon that is asked whether a kext is allowed. */
  public static final LogSource SYSTEM_POLICY = process("syspolicyd", 283);

  /**
   * A process that speaks for itself.
   *
   * @param name its name
   * @param processId its number
   * @return the source
   */
  public static LogSource process(String name, int processId) {
    return new LogSource(name, processId, "", "", "");
  }

  /**
   * The same in a category.
   *
   * @param newSubsystem the subsystem
   * @param newCategory the category
   * @return the source
   */
  public LogSource in(String newSubsystem, String newCategory) {
    return new LogSource(process, processId, sender, newSubsystem, newCategory);
  }

  /**
   * The same, spoken by other code inside the process.
   *
   * @param newSender the name of that code
   * @return the source
   */
  public LogSource by(String newSender) {
    return new LogSource(process, processId, newSender, subsystem, category);
  }
}
