import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';

import { success } from '@aigaq/kernel';
import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { ListInstitutions } from '@aigaq/people';

import { API_CONFIG, type ApiConfig } from '../config';
import { Handle } from '../http/handle';
import { version } from '../version';

const demoAccounts = z.array(z.object({ role: z.string(), login: z.string(), password: z.string(), name: z.string() }));

@Controller()
export class WelcomeController {
  constructor(
    private readonly listInstitutions: ListInstitutions,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Handle(routes.welcome)
  async welcome(): Promise<Outcome<AnswerOf<typeof routes.welcome>>> {
    const institutions = await this.listInstitutions.run();
    return success({
      product: 'Aigaq',
      version,
      institutions,
      demoAccounts: this.config.DEMO ? await this.readDemoAccounts() : [],
    });
  }

  /** Written when the demonstration is made; before that there are none. */
  private async readDemoAccounts(): Promise<z.output<typeof demoAccounts>> {
    const text = await readFile(join(this.config.DATA_DIR, 'demo-accounts.json'), 'utf8').catch(() => '[]');
    const parsed = demoAccounts.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  }
}
