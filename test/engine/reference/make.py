"""
PyTorch's answers to small examples of everything that the engine computes, for the tests beside this file.

    /usr/bin/python3 test/engine/reference/make.py && npx prettier --write test/engine/reference/*.json

was run with Python 3.11.2 and torch 1.13.1 (Debian 12's python3-torch 1.13.1+dfsg-4, which calls itself
1.13.0a0; CPU, one thread). Everything is float64 (torch.set_default_dtype), drawn from torch.manual_seed with the
seeds written below, and printed with as many digits (17 at most) as give the same double again.

'same' padding is TensorFlow's, which PyTorch has for stride 1 only: the odd row or column goes to the bottom or
right. So it is padded by hand here.
"""

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def write(name, cases):
    (Path(__file__).parent / f"{name}.json").write_text(json.dumps(cases, indent=1) + "\n")


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def pads(padding, sides, sizes, stride, dilation=1):
    """Left, right, top, bottom, in the order of F.pad."""
    if padding == "valid":
        return [0, 0, 0, 0]
    if padding != "same":
        return [padding] * 4
    result = []
    for side, size in zip(sides, sizes):
        total = max((math.ceil(side / stride) - 1) * stride + (size - 1) * dilation + 1 - side, 0)
        result = [total // 2, total - total // 2] + result
    return result


# Layers -------------------------------------------------------------------------------------------------------


def layer(spec, shape, batch, forward, parameters=None, state=None, training=True, auxiliary=None):
    """A forward pass of one layer, and the gradients of a random weighing of its outputs."""
    x = torch.randn(batch, *shape, requires_grad=True)
    parameters = {name: torch.randn(size, requires_grad=True) for name, size in (parameters or {}).items()}
    y = forward(x, **parameters)
    weighing = torch.randn_like(y)
    y.backward(weighing)
    return {
        "spec": spec,
        "shape": dict(zip(("channels", "height", "width"), shape)),
        "batch": batch,
        "training": training,
        "input": numbers(x),
        "parameters": [numbers(p) for p in parameters.values()],
        "state": [numbers(s) for s in (state or [])],
        "auxiliary": {name: numbers(a) for name, a in (auxiliary or {}).items()},
        "outputGradient": numbers(weighing),
        "output": numbers(y),
        "inputGradient": numbers(x.grad),
        "parameterGradients": [numbers(p.grad) for p in parameters.values()],
    }


def conv2d(shape, batch, filters, kernel, stride=1, padding="valid", dilation=1):
    spec = dict(type="conv2d", name="conv", filters=filters, kernel=kernel)
    spec.update(stride=stride, padding=padding, dilation=dilation)

    def forward(x, filters, bias):
        padded = F.pad(x, pads(padding, shape[1:], kernel, stride, dilation))
        return F.conv2d(padded, filters, bias, stride, 0, dilation)

    return layer(spec, shape, batch, forward, {"filters": (filters, shape[0], *kernel), "bias": (filters,)})


def depthwise(shape, batch, kernel, stride=1, padding="valid", dilation=1):
    spec = dict(type="depthwiseConv2d", name="depthwise", kernel=kernel)
    spec.update(stride=stride, padding=padding, dilation=dilation)

    def forward(x, filters, bias):
        padded = F.pad(x, pads(padding, shape[1:], kernel, stride, dilation))
        return F.conv2d(padded, filters, bias, stride, 0, dilation, groups=shape[0])

    return layer(spec, shape, batch, forward, {"filters": (shape[0], 1, *kernel), "bias": (shape[0],)})


def max_pool(shape, batch, size, stride, padding="valid"):
    spec = dict(type="maxPool2d", name="pool", size=size, stride=stride, padding=padding)

    def forward(x):
        if padding != "same":
            return F.max_pool2d(x, size, stride, 0 if padding == "valid" else padding)
        return F.max_pool2d(F.pad(x, pads(padding, shape[1:], size, stride), value=-math.inf), size, stride)

    return layer(spec, shape, batch, forward)


def average_pool(shape, batch, size, stride, padding="valid"):
    spec = dict(type="averagePool2d", name="pool", size=size, stride=stride, padding=padding)

    def forward(x):
        if padding != "same":
            return F.avg_pool2d(x, size, stride, 0 if padding == "valid" else padding, count_include_pad=False)
        around = pads(padding, shape[1:], size, stride)
        counted = F.avg_pool2d(F.pad(torch.ones_like(x), around), size, stride)
        return F.avg_pool2d(F.pad(x, around), size, stride) / counted

    return layer(spec, shape, batch, forward)


def batch_norm(shape, batch):
    """A layer in training, then by running statistics that three batches have made."""
    spec = dict(type="batchNorm", name="norm")
    parameters = {"scale": (shape[0],), "shift": (shape[0],)}
    trained = layer(
        spec, shape, batch, lambda x, scale, shift: F.batch_norm(x, None, None, scale, shift, True), parameters
    )
    module = torch.nn.BatchNorm2d(shape[0])
    batches = [3 * torch.randn(batch, *shape) + 1 for _ in range(3)]
    for x in batches:
        module(x)
    state = [module.running_mean, module.running_var]
    trained["batches"] = [numbers(x) for x in batches]
    trained["runningAfterBatches"] = [numbers(s) for s in state]
    evaluated = layer(
        spec, shape, batch, lambda x, scale, shift: F.batch_norm(x, *state, scale, shift, False), parameters, state, False
    )
    return [trained, evaluated]


def group_norm(shape, batch, groups):
    spec = dict(type="groupNorm", name="norm", groups=groups)
    forward = lambda x, scale, shift: F.group_norm(x, groups, scale, shift)
    return layer(spec, shape, batch, forward, {"scale": (shape[0],), "shift": (shape[0],)})


def dropout(shape, batch, rate):
    spec = dict(type="dropout", name="dropout", rate=rate)
    state = torch.get_rng_state()
    mask = F.dropout(torch.ones(batch, *shape), rate, True)
    x = torch.randn(batch, *shape)
    torch.set_rng_state(state)
    assert torch.equal(F.dropout(x, rate, True), x * mask)
    return [
        layer(spec, shape, batch, lambda x: x * mask, auxiliary={"mask": mask}),
        layer(spec, shape, batch, lambda x: F.dropout(x, rate, False), auxiliary={"mask": mask}, training=False),
    ]


def input_norm(shape, batch):
    state = [torch.randn(shape[0]), torch.rand(shape[0]) + 0.5]
    mean, deviation = (s.reshape(1, -1, 1, 1) for s in state)
    return layer(dict(type="inputNorm", name="norm"), shape, batch, lambda x: (x - mean) / deviation, state=state)


def dense(inputs, units, batch):
    spec = dict(type="dense", name="dense", units=units)
    forward = lambda x, weights, bias: F.linear(x.reshape(batch, -1), weights, bias)
    return layer(spec, (inputs, 1, 1), batch, forward, {"weights": (units, inputs), "bias": (units,)})


def layers():
    torch.manual_seed(1)
    return [
        conv2d((2, 5, 6), 2, 3, (3, 2)),
        conv2d((1, 6, 7), 1, 2, (3, 3), padding="same"),
        conv2d((2, 6, 7), 1, 2, (3, 4), stride=2, padding="same"),
        conv2d((2, 5, 5), 2, 2, (3, 3), stride=2, padding=1),
        conv2d((2, 7, 8), 1, 2, (3, 3), dilation=2),
        conv2d((1, 8, 7), 2, 2, (2, 4), stride=2, padding="same", dilation=3),
        conv2d((3, 3, 3), 2, 2, (1, 1)),
        depthwise((3, 5, 6), 2, (3, 3)),
        depthwise((2, 6, 7), 2, (2, 3), stride=2, padding="same"),
        depthwise((2, 6, 6), 1, (3, 2), padding=2, dilation=2),
        max_pool((2, 4, 6), 2, (2, 2), 2),
        max_pool((2, 5, 6), 2, (3, 2), 1),
        max_pool((2, 5, 6), 1, (3, 3), 2, 1),
        max_pool((2, 5, 6), 1, (2, 3), 2, "same"),
        average_pool((2, 4, 6), 2, (2, 2), 2),
        average_pool((2, 5, 6), 1, (3, 2), 1),
        average_pool((2, 5, 6), 1, (3, 3), 2, 1),
        average_pool((2, 5, 6), 1, (2, 3), 2, "same"),
        layer(
            dict(type="globalAveragePool", name="gap"), (3, 3, 4), 2, lambda x: F.adaptive_avg_pool2d(x, 1)
        ),
        *batch_norm((3, 3, 4), 3),
        *dropout((2, 4, 3), 2, 0.4),
        input_norm((3, 3, 4), 2),
        layer(dict(type="flatten", name="flatten"), (2, 2, 3), 2, lambda x: x.flatten(1)),
        dense(7, 4, 3),
        group_norm((4, 3, 2), 3, 2),
        group_norm((3, 2, 4), 2, 1),
        group_norm((3, 2, 2), 2, 3),
        group_norm((6, 1, 1), 2, 2),
    ]


# Activations ---------------------------------------------------------------------------------------------------


def activation(name, function):
    x = 3 * torch.randn(2, 3, 2, 4)
    x.reshape(-1)[:6] = torch.tensor([0.0, -20.0, 20.0, -1e-9, 40.0, -40.0])
    x.requires_grad_()
    y = function(x)
    weighing = torch.randn_like(y)
    y.backward(weighing)
    return {
        "activation": name,
        "shape": {"channels": 3, "height": 2, "width": 4},
        "values": numbers(x),
        "gradient": numbers(weighing),
        "activations": numbers(y),
        "inputGradient": numbers(x.grad),
    }


def activations():
    torch.manual_seed(2)
    return [
        activation("relu", F.relu),
        activation("leakyRelu", lambda x: F.leaky_relu(x, 0.01)),
        activation("sigmoid", torch.sigmoid),
        activation("tanh", torch.tanh),
        activation("gelu", lambda x: F.gelu(x, approximate="tanh")),
        activation("softmax", lambda x: F.softmax(x, 1)),
        activation("silu", F.silu),
    ]


# Losses --------------------------------------------------------------------------------------------------------


def loss(name, batch, units, target, losses, probabilities):
    logits = (3 * torch.randn(batch, units)).requires_grad_()
    each = losses(logits, target)
    each.mean().backward()
    return {
        "loss": name,
        "logits": logits.tolist(),
        "target": target.tolist(),
        "losses": each.tolist(),
        "probabilities": numbers(probabilities(logits)),
        "logitGradient": numbers(logits.grad),
    }


def losses():
    torch.manual_seed(3)
    bce = lambda z, t: F.binary_cross_entropy_with_logits(z, t, reduction="none").sum(1)
    ce = lambda z, t: F.cross_entropy(z, t, reduction="none")
    mse = lambda z, t: F.mse_loss(z, t, reduction="none").mean(1)
    softmax = lambda z: F.softmax(z, 1)
    one_hot = F.one_hot(torch.tensor([2, 0, 4, 1]), 5).double()
    return [
        loss("sigmoidCrossEntropy", 3, 4, torch.rand(3, 4), bce, torch.sigmoid),
        loss("softmaxCrossEntropy", 4, 5, one_hot, ce, softmax),
        loss("softmaxCrossEntropy", 3, 4, F.softmax(torch.randn(3, 4), 1), ce, softmax),
        loss("squaredError", 3, 4, torch.randn(3, 4), mse, lambda z: z),
    ]


# Optimisers ----------------------------------------------------------------------------------------------------


def optimiser(name, make, steps=3, **options):
    """Some steps over given gradients, the third with another learning rate."""
    w = torch.randn(5, requires_grad=True)
    start = numbers(w)
    gradients = [torch.randn(5) for _ in range(steps)]
    stepper = make([w])
    weights = []
    for i, gradient in enumerate(gradients):
        rate = options["learningRate"] / (2 if i == 2 else 1)
        stepper.param_groups[0]["lr"] = rate
        w.grad = gradient.clone()
        stepper.step()
        weights.append(numbers(w))
    return {
        "optimiser": name,
        "options": options,
        "lastLearningRate": options["learningRate"] / 2,
        "start": start,
        "gradients": [numbers(g) for g in gradients],
        "weights": weights,
    }


def optimisers():
    torch.manual_seed(4)
    o = torch.optim
    cases = []
    for decay in (0.0, 0.1):
        wd = dict(weight_decay=decay)
        cases += [
            optimiser("SGD", lambda p: o.SGD(p, 0.1, **wd), learningRate=0.1, weightDecay=decay),
            optimiser(
                "Momentum", lambda p: o.SGD(p, 0.1, 0.9, **wd), learningRate=0.1, momentum=0.9, weightDecay=decay
            ),
            optimiser(
                "Nesterov",
                lambda p: o.SGD(p, 0.1, 0.9, nesterov=True, **wd),
                learningRate=0.1,
                momentum=0.9,
                weightDecay=decay,
            ),
            optimiser(
                "Adagrad",
                lambda p: o.Adagrad(p, 0.1, eps=1e-10, **wd),
                learningRate=0.1,
                epsilon=1e-10,
                weightDecay=decay,
            ),
            optimiser(
                "RMSProp",
                lambda p: o.RMSprop(p, 0.01, alpha=0.95, eps=1e-8, **wd),
                learningRate=0.01,
                decay=0.95,
                epsilon=1e-8,
                weightDecay=decay,
            ),
            *(
                optimiser(
                    name,
                    lambda p: kind(p, 0.01, (0.8, 0.99), 1e-6, **wd),
                    learningRate=0.01,
                    beta1=0.8,
                    beta2=0.99,
                    epsilon=1e-6,
                    weightDecay=decay,
                )
                for name, kind in (("Adam", o.Adam), ("AdamW", o.AdamW))
            ),
        ]
    # Its second moment counts from the sixth step on.
    cases += [
        optimiser(
            "RAdam",
            lambda p: o.RAdam(p, 0.01, (beta1, beta2), epsilon, weight_decay=decay),
            steps=9,
            learningRate=0.01,
            beta1=beta1,
            beta2=beta2,
            epsilon=epsilon,
            weightDecay=decay,
        )
        for beta1, beta2, epsilon, decay in ((0.9, 0.999, 1e-8, 0.0), (0.8, 0.99, 1e-6, 0.1))
    ]
    return cases


# Schedules -----------------------------------------------------------------------------------------------------


def schedule(name, count, make, **options):
    w = torch.zeros(1, requires_grad=True)
    stepper = torch.optim.SGD([w], options["learningRate"])
    scheduler = make(stepper)
    rates = []
    for i in range(count):
        rates.append(scheduler.get_last_lr()[0])
        stepper.step()
        if i + 1 < count:
            scheduler.step()
    return {"schedule": name, "options": {"factor": 0, "every": 0, "length": 0, **options}, "rates": rates}


def schedules():
    s = torch.optim.lr_scheduler
    return [
        schedule("constant", 20, lambda o: s.ConstantLR(o, 1), learningRate=0.3),
        schedule("step", 20, lambda o: s.StepLR(o, 3, 0.5), learningRate=0.3, every=3, factor=0.5),
        schedule("exponential", 20, lambda o: s.ExponentialLR(o, 0.9), learningRate=0.3, factor=0.9),
        schedule("cosine", 20, lambda o: s.CosineAnnealingLR(o, 19), learningRate=0.3, length=19),
        schedule("one-cycle", 20, lambda o: s.OneCycleLR(o, 0.3, 20), learningRate=0.3, length=20),
        schedule("one-cycle", 3, lambda o: s.OneCycleLR(o, 0.3, 3), learningRate=0.3, length=3),
    ]


# A network -----------------------------------------------------------------------------------------------------


def network():
    """Layers of many kinds in a row, three steps of Adam, and the answer by running statistics after them."""
    torch.manual_seed(5)
    batch, classes = 3, 4
    spec = {
        "input": {"channels": 1, "height": 9, "width": 8},
        "layers": [
            dict(type="inputNorm", name="scaled"),
            dict(type="conv2d", name="conv", filters=3, kernel=[3, 3], padding=1, activation="gelu"),
            dict(type="depthwiseConv2d", name="deep", kernel=[3, 3], dilation=2, activation="tanh"),
            dict(type="batchNorm", name="norm", activation="leakyRelu"),
            dict(type="maxPool2d", name="pool", size=[3, 3], stride=2, padding=1),
            dict(type="conv2d", name="share", filters=4, kernel=[1, 1], activation="softmax"),
            dict(type="dropout", name="drop", rate=0.25),
            dict(type="averagePool2d", name="soft", size=[2, 1], stride=1),
            dict(type="globalAveragePool", name="gap"),
            dict(type="dense", name="hidden", units=5, activation="sigmoid"),
            dict(type="dense", name="classes", units=classes),
        ],
        "loss": "softmaxCrossEntropy",
    }
    x = 2 * torch.randn(batch, 1, 9, 8) + 1
    target = F.one_hot(torch.tensor([2, 0, 3]), classes).double()
    mask = F.dropout(torch.ones(batch, 4, 3, 2), 0.25, True)
    shapes = {
        "conv.filters": (3, 1, 3, 3),
        "conv.bias": (3,),
        "deep.filters": (3, 1, 3, 3),
        "deep.bias": (3,),
        "norm.scale": (3,),
        "norm.shift": (3,),
        "share.filters": (4, 3, 1, 1),
        "share.bias": (4,),
        "hidden.weights": (5, 4),
        "hidden.bias": (5,),
        "classes.weights": (classes, 5),
        "classes.bias": (classes,),
    }
    p = {name: torch.randn(shape, requires_grad=True) for name, shape in shapes.items()}
    start = {name: numbers(value) for name, value in p.items()}
    running = [torch.zeros(3), torch.ones(3)]

    def answer(training):
        h = (x - 1) / 2
        h = F.gelu(F.conv2d(h, p["conv.filters"], p["conv.bias"], padding=1), approximate="tanh")
        h = torch.tanh(F.conv2d(h, p["deep.filters"], p["deep.bias"], dilation=2, groups=3))
        h = F.batch_norm(h, *running, p["norm.scale"], p["norm.shift"], training, 0.1, 1e-5)
        h = F.max_pool2d(F.leaky_relu(h, 0.01), 3, 2, 1)
        h = F.softmax(F.conv2d(h, p["share.filters"], p["share.bias"]), 1)
        if training:
            h = h * mask
        h = F.avg_pool2d(h, (2, 1), 1).mean((2, 3))
        h = torch.sigmoid(F.linear(h, p["hidden.weights"], p["hidden.bias"]))
        return F.linear(h, p["classes.weights"], p["classes.bias"])

    adam = torch.optim.Adam(p.values(), 0.05)
    losses, gradients = [], []
    for _ in range(3):
        adam.zero_grad()
        loss = F.cross_entropy(answer(True), target)
        loss.backward()
        losses.append(loss.item())
        gradients.append({name: numbers(value.grad) for name, value in p.items()})
        adam.step()
    return {
        "spec": spec,
        "batch": batch,
        "input": numbers(x),
        "target": numbers(target),
        "start": start,
        "state": {"scaled.mean": [1], "scaled.standard_deviation": [2]},
        "mask": numbers(mask),
        "learningRate": 0.05,
        "losses": losses,
        "gradients": gradients,
        "parameters": {name: numbers(value) for name, value in p.items()},
        "running": {"norm.running_mean": numbers(running[0]), "norm.running_variance": numbers(running[1])},
        "logits": numbers(answer(False)),
    }


write("layers", layers())
write("activations", activations())
write("losses", losses())
write("optimisers", optimisers())
write("schedules", schedules())
write("network", network())
