package workers.teavm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Adds or replaces single members of classes in TeaVM's class library. */
public final class MissingMembers implements TeaVMPlugin {
  /** Called by the compiler. */
  public MissingMembers() {}

  @Override
  public void install(TeaVMHost host) {
    host.add(new StringFromLatin1());
    host.add(new ExactParseDouble());
  }

  /**
   * {@code String(byte[] ascii, int hibyte, int offset, int count)}, with which Jackson makes the
   * text of a double. The high byte is taken as zero, which is what everyone passes.
   */
  private static final class StringFromLatin1 implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      if (!type.getName().equals("java.lang.String")) {
        return;
      }
      ValueType bytes = ValueType.arrayOf(ValueType.BYTE);
      MethodHolder constructor =
          new MethodHolder(
              "<init>",
              bytes,
              ValueType.INTEGER,
              ValueType.INTEGER,
              ValueType.INTEGER,
              ValueType.VOID);
      constructor.setLevel(AccessLevel.PUBLIC);
      ProgramEmitter program = ProgramEmitter.create(constructor, context.getHierarchy());
      ValueEmitter latin1 = program.getField(StandardCharsets.class, "ISO_8859_1", Charset.class);
      program
          .var(0, ValueType.object("java.lang.String"))
          .invokeSpecial(
              "<init>",
              program.var(1, bytes),
              program.var(3, ValueType.INTEGER),
              program.var(4, ValueType.INTEGER),
              latin1);
      program.exit();
      type.addMethod(constructor);
    }
  }

  /** {@code Double.parseDouble}, replaced because TeaVM's loses the smallest numbers. */
  private static final class ExactParseDouble implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      if (!type.getName().equals("java.lang.Double")) {
        return;
      }
      ValueType text = ValueType.object("java.lang.String");
      MethodHolder method =
          type.getMethod(new MethodDescriptor("parseDouble", text, ValueType.DOUBLE));
      ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
      program
          .invoke("workers.DoubleText", "parse", ValueType.DOUBLE, program.var(1, text))
          .returnValue();
    }
  }
}
