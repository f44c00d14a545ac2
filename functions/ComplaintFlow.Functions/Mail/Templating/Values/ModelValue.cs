using Fluid;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating.Values;

/// <summary>A model as Liquid sees it: each variable is read when a template asks for it.</summary>
internal sealed class ModelValue(Variables variables, object model) : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(Read(name));

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => model;

    private FluidValue Read(string name) => variables.Find(name) is not { } variable ? AbsentValue.Instance : (variable.Kind, variable.Read(model)) switch
    {
        (_, null) => AbsentValue.Instance,
        (VariableKind.Flag, bool flag) => BooleanValue.Create(flag),
        (VariableKind.Number, int number) => NumberValue.Create(number),
        (VariableKind.Choice, string choice) => new StringValue(choice),
        (VariableKind.List, IReadOnlyList<object> items) => new ArrayValue([.. items.Select(item => new ModelValue(variable.Items, item))]),
        (VariableKind.Letter, { } letter) => new ModelValue(Variables.None, letter),
        (_, string text) => string.IsNullOrWhiteSpace(text) ? AbsentValue.Instance : new PersonsWords(text, variable.Kind == VariableKind.Typed),
        _ => throw new InvalidOperationException($"The variable {name} is not what its kind says."),
    };
}
