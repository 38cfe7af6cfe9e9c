import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lays out the folder of kextm: {@code bin/kextm}, {@code lib/*.jar}, and the archive of its classes, from which a JVM starts faster.
 *
 * <p>Run by {@code package}. The archive may fail; kextm then starts more slowly.
 */
final class Distribution {
  /** Holds annotations, or nothing at all, for compilers alone. */
  private static final String FOR_COMPILERS =
      "(error_prone_annotations|j2objc-annotations|jspecify|listenablefuture)-.*";

  private static final String TRAINING = "io.github.kextmanager.cli.Training";

  private final Path build;
  private final Path home;
  private final Path lib;

  private Distribution(Path build, Path home) {
    this.build = build;
    this.home = home;
    this.lib = home.resolve("lib");
  }

  /**
   * Lays it out.
   *
   * @param arguments the jar of the module, the folder of templates, the folder for what is made on the way, the folder to lay out
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jar = Path.of(arguments[0]);
    Path templates = Path.of(arguments[1]);
    Path build = Path.of(arguments[2]);
    Path home = Files.createDirectories(Path.of(arguments[3])).toRealPath();
    new Distribution(build, home).layOut(jar, templates);
  }

  private void layOut(Path jar, Path templates) throws IOException, InterruptedException {
    clear();
    String classPath = copy(jars(jar));
    Path launcher = Files.createDirectories(home.resolve("bin")).resolve("kextm");
    String template = Files.readString(templates.resolve("bin/kextm"));
    Files.writeString(launcher, template.replace("@CLASS_PATH@", classPath));
    launcher.toFile().setExecutable(true, false);
    try {
      archive(classPath.replace("$lib", lib.toString()));
    } catch (IOException e) {
      System.err.println("[WARNING] kextm starts more slowly, for want of an archive of its classes: " + e.getMessage());
    }
  }

  /** What an earlier build left: a jar of another version must not stay beside the new one. */
  private void clear() throws IOException {
    Files.createDirectories(lib);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(lib)) {
      for (Path path : old) {
        Files.delete(path);
      }
    }
  }

  private List<Path> jars(Path jar) throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar));
    String classPath = Files.readString(build.resolve("class-path")).strip();
    for (String path : classPath.split(File.pathSeparator)) {
      if (!Path.of(path).getFileName().toString().matches(FOR_COMPILERS)) {
        jars.add(Path.of(path));
      }
    }
    return jars;
  }

  /** Copies the jars with their times, which the archive remembers, and returns the class path for the launcher. */
  private String copy(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return jars.stream().map(jar -> "$lib/" + jar.getFileName()).collect(Collectors.joining(File.pathSeparator));
  }

  /** A static archive: a dynamic one refuses picocli, whose class files are of format 49. */
  private void archive(String classPath) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toRealPath().toString();
    Path classes = build.resolve("classes");
    Path made = build.resolve("kextm.jsa");
    Files.deleteIfExists(made);
    run("training", List.of(java, "-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-cp", classPath, TRAINING));
    run("dump", List.of(java, "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made, "-cp", classPath));
    Files.writeString(lib.resolve("kextm.origin"), java + "\n" + home + "\n");
    Files.move(made, lib.resolve("kextm.jsa"), StandardCopyOption.REPLACE_EXISTING);
  }

  private void run(String what, List<String> command) throws IOException, InterruptedException {
    Path log = build.resolve(what + ".log");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      throw new IOException("the " + what + " run " + (ended ? "failed" : "took too long") + ", see " + log);
    }
  }
}
