package dev.waymark.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A Java agent that sets the wall clock of its program wrong, wherever the program asks for the time. What is measured
 * ({@code nanoTime}) stays right, as on a machine with a wrong clock; only who waits until a point in time ({@code parkUntil})
 * waits too long or not at all. libfaketime would do that to the JVM itself.
 */
public final class WrongClock implements ClassFileTransformer {

    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
    private static final String CLOCK = "java/time/Clock";

    private final long seconds;

    private WrongClock(long seconds) {
        this.seconds = seconds;
    }

    /** What the JVM is told, for a program whose clock shall be wrong by so much. */
    static String option(Path folder, Duration wrong) throws IOException {
        return "-javaagent:%s=%d".formatted(jar(folder.resolve("wrong-clock.jar")), wrong.toSeconds());
    }

    /** Called by the JVM before the program starts. */
    public static void premain(String seconds, Instrumentation jvm) throws UnmodifiableClassException {
        var right = Instant.now();
        jvm.addTransformer(new WrongClock(Long.parseLong(seconds)), true);
        jvm.retransformClasses(Clock.class, Clock.systemUTC().getClass(), Date.class);
        var wrong = Duration.between(right, Instant.now()).minusSeconds(Long.parseLong(seconds));
        if (wrong.abs().compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalStateException("the clock is not wrong as it should be");
        }
    }

    /** An exception would be swallowed by the JVM and leave this clock right: it is told. */
    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
        try {
            return readsTheClock(name, bytes) ? wrong(loader, CLOCK.equals(name), bytes) : null;
        } catch (RuntimeException e) {
            System.err.println("the clock of " + name + " stays right: " + e);
            return null;
        }
    }

    private static boolean readsTheClock(String name, byte[] bytes) {
        if (CLOCK.equals(name)) {
            return true;
        }
        for (var entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof MethodRefEntry method
                    && isMillis(method.owner().asInternalName(), method.name().stringValue())) {
                return true;
            }
        }
        return false;
    }

    private byte[] wrong(ClassLoader loader, boolean clock, byte[] bytes) {
        var hierarchy = loader == null
                ? ClassHierarchyResolver.defaultResolver()
                : ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
        var files = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
        var transform = ClassTransform.transformingMethodBodies(millis());
        if (clock) {
            transform = transform.andThen(ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("currentInstant"), instant()));
        }
        return files.transformClass(files.parse(bytes), transform);
    }

    /** Adds to what {@link System#currentTimeMillis()} gave. */
    private CodeTransform millis() {
        return (code, element) -> {
            code.with(element);
            if (element instanceof InvokeInstruction call
                    && isMillis(call.owner().asInternalName(), call.name().stringValue())) {
                code.loadConstant(seconds * 1000).ladd();
            }
        };
    }

    /** Adds to what {@link Clock} returns to {@link Instant#now()}, which knows more than milliseconds. */
    private CodeTransform instant() {
        return (code, element) -> {
            if (element instanceof ReturnInstruction) {
                code.loadConstant(seconds)
                        .invokevirtual(INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
            }
            code.with(element);
        };
    }

    private static boolean isMillis(String owner, String name) {
        return owner.equals("java/lang/System") && name.equals("currentTimeMillis");
    }

    private static Path jar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WrongClock.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        var entry = WrongClock.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                var jar = new JarOutputStream(out, manifest);
                var own = WrongClock.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            own.transferTo(jar);
        }
        return file;
    }
}
