import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Lays out the folder of kextm: {@code bin/kextm}, {@code lib/*.jar}, the manual and completions in {@code share}, and the archive of its
 * classes, from which a JVM starts faster.
 *
 * <p>Run by {@code package}. The archive may fail; kextm then starts more slowly.
 */
final class Distribution {
  /** Holds annotations, or nothing at all, for compilers alone. */
  private static final String FOR_COMPILERS =
      "(error_prone_annotations|j2objc-annotations|jspecify|listenablefuture)-.*";

  private static final String TRAINING = "io.github.kextmanager.cli.Training";
  private static final String MANUAL = "io.github.kextmanager.cli.manual.Manual";

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
    try {
      modernize(picocli());
    } catch (IOException e) {
      System.err.println("[WARNING] kextm starts more slowly, with picocli as it is published: " + e.getMessage());
    }
    Path launcher = Files.createDirectories(home.resolve("bin")).resolve("kextm");
    String template = Files.readString(templates.resolve("bin/kextm"));
    Files.writeString(launcher, template.replace("@CLASS_PATH@", classPath));
    launcher.toFile().setExecutable(true, false);
    String absoluteClassPath = classPath.replace("$lib", lib.toString());
    Path share = Files.createDirectories(home.resolve("share"));
    run("manual", List.of(java(), "-cp", absoluteClassPath, MANUAL, share.toString()));
    try {
      archive(absoluteClassPath);
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

  private Path picocli() throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "picocli-*.jar")) {
      return jars.iterator().next();
    }
  }

  /**
   * Puts picocli's own sources, compiled for Java 17, in the place of its class files. Those are of format 49, which the JVM verifies in
   * the old way at every start, archive or not.
   */
  private void modernize(Path jar) throws IOException {
    Path work = build.resolve("picocli");
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> command = new ArrayList<>(List.of("--release", "17", "-nowarn", "-proc:none", "-XDstringConcat=inline"));
    command.addAll(List.of("-encoding", "UTF-8", "-d", classes.toString()));
    try (FileSystem sources = FileSystems.newFileSystem(build.resolve("sources/picocli-sources.jar"));
        DirectoryStream<Path> files = Files.newDirectoryStream(sources.getPath("picocli"), "*.java")) {
      for (Path file : files) {
        Path copy = work.resolve(file.getFileName().toString());
        command.add(Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING).toString());
      }
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null || javac.run(null, said, said, command.toArray(new String[0])) != 0) {
      throw new IOException("its sources do not compile: " + said);
    }
    try (FileSystem target = FileSystems.newFileSystem(jar);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.getPath(classes.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** A static archive: it holds the links of lambdas, too, and any class file. */
  private void archive(String classPath) throws IOException, InterruptedException {
    Path classes = build.resolve("classes");
    Path made = build.resolve("kextm.jsa");
    Files.deleteIfExists(made);
    run("training", List.of(java(), "-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-cp", classPath, TRAINING));
    run("dump", List.of(java(), "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made, "-cp", classPath));
    Files.writeString(lib.resolve("kextm.origin"), java() + "\n" + home + "\n");
    Files.move(made, lib.resolve("kextm.jsa"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String java() throws IOException {
    return Path.of(System.getProperty("java.home"), "bin", "java").toRealPath().toString();
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
