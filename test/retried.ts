/** Names the tests that passed only when they were tried again, ahead of Vitest's own summary: no retry stays silent. */
import type { Reporter, TestModule } from 'vitest/node';

const retried: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const again = modules.flatMap((module) =>
      [...module.children.allTests('passed')].flatMap((test) => {
        const times = test.diagnostic()?.retryCount ?? 0;
        const [error] = test.result().errors ?? [];
        const reason = error?.message.split('\n')[0]!.slice(0, 160);
        return times > 0 ? [`  ${module.relativeModuleId}: ${test.fullName} (${times} more; ${reason})`] : [];
      }),
    );
    if (again.length > 0) console.log(`\n Passed only when tried again:\n${again.join('\n')}`);
  },
};

export default retried;
